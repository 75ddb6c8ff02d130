// @covers Headers, Request, Response
const headers = new Headers({ "X-B": "2", a: "1", "Content-Type": "text/plain" });
headers.append("set-cookie", "a=1");
console.log(headers);
console.log(new Headers());
console.log(new Response("text", { status: 201, headers: { "x-a": "1" } }));
console.log(new Response(null));
console.log(Response.json({ a: 1 }));
console.log(new Request("http://a/b?c", { method: "POST", body: "text", headers: { "x-a": "1" } }));
console.log(new Request("http://a/"));
