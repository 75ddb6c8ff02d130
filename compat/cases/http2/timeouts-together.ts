// @covers Serve.HostnamePortServeOptions.http2, Server.timeout
// @env BUNSHIM_WIRE=
// @limit 20
// The most patient of the requests that wait on one connection speaks for all of them.
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  idleTimeout: 2,
  async fetch(request: Request, server: any) {
    if (new URL(request.url).pathname === "/patient") server.timeout(request, 0);
    await Bun.sleep(9000);
    return new Response("late");
  },
} as any);
const together = connect(server);
const alone = connect(server);
const replies = Promise.all([
  ask(together, { ":path": "/" }),
  ask(together, { ":path": "/patient" }),
  ask(alone, { ":path": "/" }),
]);
console.log((await replies).join("\n"));
together.destroy();
await server.stop(true);
process.exit(0);
