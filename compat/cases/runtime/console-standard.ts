// @covers console
// How the standard classes look.
const headers = new Headers({ "Content-Type": "text/plain", "x-a": "1" }); headers.append("set-cookie", "a=1"); headers.append("set-cookie", "b=2");
console.log(headers, new Headers(), [headers], { headers });
console.log(new URLSearchParams("a=1&b=2&a=3"), new URLSearchParams(), new URL("http://u:p@h:81/p?q=1#f"));
console.log(new Response("hello", { status: 404, statusText: "NF", headers: { a: "b" } }), Response.json({ a: 1 }), Response.redirect("/x"), new Response(null));
console.log(new Response(new ReadableStream()), new Response(new Blob(["abc"])), [new Response("a")], { a: { r: new Response("q") } });
console.log(new Request("http://x/y"), new Request("http://x/y", { method: "POST", body: "hi", headers: { a: "b" } }));
console.log(new Blob(["abc"]), new Blob(), [new Blob(["x"])], Bun.file("/nope.json"), [Bun.file("/nope.json")]);
const form = new FormData(); form.append("a", "1"); form.append("a", "2"); form.append("b", "3"); console.log(form, new FormData());
console.log(new Bun.Cookie("n", "v", { path: "/x", httpOnly: true, maxAge: 5 }), new Bun.CookieMap("a=1; b=2"), new Bun.CookieMap());
console.log(Response, Request, Headers, Bun.serve, import.meta);
console.log(JSON.stringify([headers, new URLSearchParams("a=1&a=2"), form, new Response("x"), new Request("http://x/")]));
const server = Bun.serve({ port: 0, fetch: () => Response.json({ ok: true }) });
const response = await fetch(server.url);
console.log(Bun.inspect(response).replace(/ {2}headers: [^}]*},\n/, ""));
await response.text();
console.log(Bun.inspect(response).replace(/ {2}headers: [^}]*},\n/, ""));
await server.stop(true);
