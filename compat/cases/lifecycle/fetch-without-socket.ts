// @covers Server.fetch
// server.fetch() with content and streams.
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  const { pathname } = new URL(req.url);
  if (pathname === "/stream") return new Response((async function* () { yield "a"; yield "b"; })() as any);
  return new Response(`${req.method} ${await req.text()}`);
}, error: () => new Response("handled") });
console.log(await (await server.fetch(new Request("http://a/", { method: "POST", body: "content" }))).text());
console.log(await (await server.fetch("/stream")).text());
console.log(server.pendingRequests);
await server.stop(true);
