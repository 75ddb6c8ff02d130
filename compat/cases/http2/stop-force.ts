// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  async fetch() {
    await Bun.sleep(3000);
    return new Response("late");
  },
} as any);
const client = connect(server);
const reply = ask(client, { ":path": "/" });
while (server.pendingRequests === 0) await Bun.sleep(1);
await server.stop(true);
console.log((await reply).split("|")[1]);
console.log(client.destroyed || client.closed);
process.exit(0);
