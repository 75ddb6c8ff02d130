// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  async fetch() {
    await Bun.sleep(500);
    return new Response("late");
  },
} as any);
const client = connect(server);
let goaway = false;
client.on("goaway", () => (goaway = true));
const reply = ask(client, { ":path": "/" });
while (server.pendingRequests === 0) await Bun.sleep(1);
console.log(server.pendingRequests);
const stopped = server.stop();
console.log(await reply);
await stopped;
console.log("stopped", goaway, server.pendingRequests);
process.exit(0);
