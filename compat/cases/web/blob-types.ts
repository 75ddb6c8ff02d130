// @covers Blob.type, File.type
// Bun spells some types its own way, word for word; a message's Content-Type loses its parameters.
const types = ["text/plain", "text/html", "text/css", "text/javascript", "application/javascript", "application/json", "text/jsx", "application/x-www-form-urlencoded", "text/plain;charset=latin1", "text/plain; charset=utf-8", "TEXT/PLAIN", "text/xml", "image/png", "application/octet-stream", "application/octet-stream;q=1", "foo", ""];
for (const type of types) {
  const blob = new Blob(["x"], { type });
  console.log(JSON.stringify([type, blob.type, new File(["x"], "a", { type }).type, new Blob(["x"]).slice(0, 1, type).type, type === "TEXT/PLAIN" || blob.slice(0, 1).type]));
  const headers = { "Content-Type": type };
  if (type !== "") console.log(JSON.stringify([(await new Response("x", { headers }).blob()).type, (await new Response(new Uint8Array(1), { headers }).blob()).type, (await new Request("http://a/", { method: "POST", body: "x", headers }).blob()).type]));
  if (type !== "TEXT/PLAIN") console.log(new Response(blob).headers.get("content-type"));
}
class Named extends Blob {}
const named = new Named(["abc"], { type: "text/html" });
console.log(named instanceof Blob, named.constructor.name, named.size, named.type, new Blob([]).constructor === Blob, new File([], "x") instanceof Blob);
const whole = new Blob(["hello"], { type: "a/b" });
const ranges: any[][] = [[0, 2], [0, 2, ""], [0, 2, null], ["text/html"], [1, "text/html"], [], [undefined], [0, 2, "X/Y"], [-3], [-3, -1], [1, undefined, "q/r"], [3, 1], ["1"], [1.7, 3.2], [Number.NaN, 2], [1, Number.POSITIVE_INFINITY], [0, 2, 5]];
for (const range of ranges) {
  const part: Blob = (whole as any).slice(...range);
  console.log(JSON.stringify(range), part.size, part.type, await part.text());
}
