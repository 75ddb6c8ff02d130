// @covers Serve.Options.fetch
// What a client sends by itself: no Content-Type with text.
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    return Response.json({ method: req.method, path: new URL(req.url).pathname, type: req.headers.get("content-type"), body: await req.text() });
  },
});
for (const init of [{}, { method: "POST", body: "text" }, { method: "PUT", body: new URLSearchParams("a=b") }, { method: "PATCH", body: new Uint8Array([65]) }, { method: "PUT", body: "" }, { method: "POST", body: "é", headers: { "content-type": "a/b" } }, { method: "POST", body: new Blob(["x"], { type: "c/d" }) }, { method: "DELETE" }, { method: "OPTIONS" }])
  console.log(await (await fetch(new URL("/x", server.url), init as any)).text());
server.stop(true);
