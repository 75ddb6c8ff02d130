// @covers Serve.Options.fetch
// What Content-Type a client adds by itself is its own matter: Bun's adds none to strings, Node's does.
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    return Response.json({ method: req.method, path: new URL(req.url).pathname, body: await req.text() });
  },
});
for (const init of [{}, { method: "POST", body: "text" }, { method: "PUT", body: new URLSearchParams("a=b") }, { method: "PATCH", body: new Uint8Array([65]) }, { method: "DELETE" }, { method: "OPTIONS" }])
  console.log(await (await fetch(new URL("/x", server.url), init as any)).text());
server.stop(true);
