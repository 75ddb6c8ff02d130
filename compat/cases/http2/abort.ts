// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import http2 from "node:http2";
import { ask, connect } from "./_client.ts";

let aborted = () => {};
let gone = new Promise<void>((resolve) => (aborted = resolve));
const server = Bun.serve({
  port: 0,
  http2: true,
  async fetch(request: Request) {
    if (new URL(request.url).pathname === "/ok") return new Response("ok");
    request.signal.addEventListener("abort", () => aborted());
    await Bun.sleep(1000);
    return new Response("late");
  },
} as any);
const client = connect(server);
const stream = client.request({ ":path": "/wait" });
stream.on("error", () => {});
while (server.pendingRequests === 0) await Bun.sleep(1);
stream.close(http2.constants.NGHTTP2_CANCEL);
await gone;
while (server.pendingRequests > 0) await Bun.sleep(1);
console.log("a stream was reset", server.pendingRequests);
console.log(await ask(client, { ":path": "/ok" }));
gone = new Promise<void>((resolve) => (aborted = resolve));
client.request({ ":path": "/wait" }).on("error", () => {});
while (server.pendingRequests === 0) await Bun.sleep(1);
client.destroy();
await gone;
console.log("the connection was closed");
await server.stop(true);
process.exit(0);
