// @covers ServerWebSocket.terminate, Server.publish
import { FrameClient } from "../../frames.ts";
import { Log } from "./_log.ts";

const log = new Log();
const sockets: any[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req, { data: sockets.length }) ? undefined as any : new Response("")),
  websocket: {
    open(ws: any) { sockets.push(ws); ws.subscribe("t"); },
    message() {},
    close(ws: any) { log.add(`close ${ws.data} ${server.publish("t", `without ${ws.data}`)} ${server.subscriberCount("t")}`); if (ws.data < 2) sockets[ws.data + 1].terminate(); },
  },
});
const clients = [await FrameClient.open(server), await FrameClient.open(server), await FrameClient.open(server), await FrameClient.open(server)];
sockets[0].terminate();
await log.until("close 2");
log.flush();
console.log(await clients[3]!.take(3));
server.stop(true);
