// @covers Serve.Options.fetch
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    return Response.json({ method: req.method, path: new URL(req.url).pathname, type: req.headers.get("content-type"), body: await req.text() });
  },
});
for (const init of [{}, { method: "POST", body: "text" }, { method: "PUT", body: new URLSearchParams("a=b") }, { method: "PATCH", body: new Uint8Array([65]) }, { method: "DELETE" }, { method: "OPTIONS" }])
  console.log(await (await fetch(new URL("/x", server.url), init as any)).text());
server.stop(true);
