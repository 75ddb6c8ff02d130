// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// HTTP/2 switches to no other protocol: the stream is reset, and the next one is served.
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/late") await Bun.sleep(1);
    return pathname === "/" ? new Response("served") : new Response(null, { status: 101 });
  },
} as any);
const client = connect(server);
for (const path of ["/at-once", "/late", "/"]) console.log(path, await ask(client, { ":path": path }), server.pendingRequests);
client.destroy();
await server.stop(true);
process.exit(0);
