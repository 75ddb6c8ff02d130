// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    routes: {
      "/static": new Response("static", { headers: { "X-A": "b" } }),
      "/p/:id": (request: any) => new Response(request.params.id),
      "/m": { POST: () => new Response("posted"), GET: new Response("got") },
      "/json": Response.json({ a: 1 }),
    },
    fetch: (request: Request) => new Response(`fetch ${new URL(request.url).pathname}`),
  } as any);
  const client = connect(server);
  for (const path of ["/static", "/p/a%20b", "/m", "/json", "/else"])
    console.log(path, await ask(client, { ":path": path }));
  console.log(await ask(client, { ":path": "/m", ":method": "POST" }, "x"));
  console.log(await ask(client, { ":path": "/static", ":method": "HEAD" }));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
