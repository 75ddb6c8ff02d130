// @covers Server.upgrade, Server.requestIP
// What the request says after it became a socket.
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const log = new Log();
const server = Bun.serve({
  port: 0,
  async fetch(req, server: any) {
    req.url;
    req.headers.get("host");
    const address = server.requestIP(req)?.address;
    req.signal.addEventListener("abort", () => log.add("abort"));
    log.add(`${server.upgrade(req)} ${address}`);
    await pause(5);
    log.add(`${new URL(req.url).pathname} ${req.method} ${req.signal.aborted} ${server.upgrade(req)}`);
    log.add(`pending ${server.pendingRequests}`);
    return undefined as any;
  },
  websocket: { message() {}, close() { log.add("close"); } },
});
const client = await FrameClient.open(server, { path: "/path" });
await log.until("pending");
client.close(1000);
await log.until("close");
await pause(10);
log.flush();
console.log(server.pendingRequests, server.pendingWebSockets);
server.stop(true);
