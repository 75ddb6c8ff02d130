// @covers Headers, Response
// What must never reach the wire is refused when the Response is made.
const values: [string, any][] = [["x-l", "a\r\nb: c"], ["x-l", "a\nb"], ["x-l", "a\0b"], ["x l", "a"], ["", "a"], ["x:", "a"], ["x-l", "日本"], ["é", "a"], ["x-l", "\x7f"], ["x-l", "a\tb"]];
for (const [name, value] of values)
  for (const [kind, make] of [["Headers.set", () => new Headers().set(name, value)], ["Response", () => new Response("x", { headers: { [name]: value } })]] as const)
    try {
      make();
      console.log(kind, JSON.stringify([name, value]), "accepted");
    } catch (error: any) {
      console.log(kind, JSON.stringify([name, value]), error.constructor.name);
    }
