// @covers BunRequest.cookies
import { listen, parse, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: { "/": (request: any) => Response.json([request.cookies.size, [...request.cookies], request.cookies.get("a")]) },
  fetch: () => new Response("fetch"),
});
for (const field of [
  "", "a", "a=", "=a", "=", ";", ";;", "a=1", "a=1;", ";a=1", "a=1;b=2", "a=1; b=2", "a=1;  b=2", "a=1 ; b=2", "a =1", "a= 1", " a=1 ", "a=1,b=2", "a=1; a=2", "a=2; b=1; a=1", "a==1", "a=1=2", 'a="1"', 'a="1; b=2"', 'a="', "a='1'",
  "a=%20", "a=%C3%BC", "a=%zz", "a=%", "a=%C3", "%61=1", "a%20b=1", "a=1+2", "a=\\1", "A=1; a=2", "__proto__=1", "constructor=1; toString=2", "a=1; secure; HttpOnly", "$Version=1; a=1", "a b=1", "a\tb=1", "a=\t1", "a=1\t", "a=x\u00fcy", "x\u00fcy=1", "a=1;b", "a;b=1", "a=1;=2;b=3",
  "a=%00", "a=%0d%0aX: y", "a=%3B%20b%3D2", `a=${"x".repeat(5000)}`, Array.from({ length: 300 }, (_, i) => `c${i}=${i}`).join("; "), "[a]=1", "a/b=1", "(a)=1", "a@b=1", "a:b=1", "a?=1", "{}=1", '"a"=1', "a=1&b=2",
]) {
  const { status, body } = parse(await raw(server, `GET / HTTP/1.1\r\nHost: test\r\nCookie: ${field}\r\n\r\n`));
  console.log(JSON.stringify(field.slice(0, 40)), status.slice(9), body.slice(0, 200), body.length);
}
for (const fields of [["a=1", "b=2"], ["a=1", "a=2"], ["", "a=1"], ["a=1;", "b=2"], ["a=1", "", "b=2"]]) {
  const lines = fields.map((field) => `Cookie: ${field}\r\n`).join("");
  console.log(fields.join(" | "), parse(await raw(server, `GET / HTTP/1.1\r\nHost: test\r\n${lines}\r\n`)).body);
}
console.log("none", parse(await raw(server, "GET / HTTP/1.1\r\nHost: test\r\n\r\n")).body);
await server.stop(true);
