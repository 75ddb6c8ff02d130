// @covers ServerWebSocket.unsubscribe, Server.publish
import { FrameClient } from "../../frames.ts";

const sockets: any[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: {
    open(ws) { sockets.push(ws); ws.subscribe("t"); },
    message(ws, message) {
      server.publish("t", `1 ${message}`);
      sockets[1].unsubscribe("t");
      server.publish("t", `2 ${message}`);
      sockets[1].subscribe("t");
      server.publish("t", `3 ${message}`);
      for (const one of sockets) one.send("end");
    },
  },
});
const clients = [await FrameClient.open(server), await FrameClient.open(server)];
clients[0]!.text("x");
console.log(await clients[0]!.take(4));
console.log(await clients[1]!.take(3));
server.stop(true);
