// @covers Response, Request, Headers
console.log(new Response("abc", { status: 404, statusText: "Q", headers: { a: "1", "Set-Cookie": "b" } }));
console.log(new Response(null), new Response(""));
const used = new Response("x");
await used.text();
console.log(used);
console.log(new Response(new Blob(["aaa"], { type: "a/b" })), new Response(new URLSearchParams("a=1")), Response.json({ a: 1 }));
for (const size of [1, 511, 512, 999, 1000, 1023, 1500, 9999, 10000, 99999, 262143, 262144, 1000000]) console.log(Bun.inspect(new Response("a".repeat(size))).split("\n")[0]);
console.log(new Request("http://a/b"), new Request("http://a/b", { method: "POST", body: "abc", headers: { a: "1" } }));
console.log(new Request("http://a", { method: "POST", body: new URLSearchParams("a=1") }));
console.log(Response.error(), Response.redirect("/x"));
console.log(new Headers([["a", "1"], ["set-cookie", "x=1"], ["set-cookie", "y=2"], ["vary", "z"]]), new Headers());
