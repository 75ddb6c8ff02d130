// @covers ServerWebSocket.publish, ServerWebSocket.send
import { FrameClient } from "../../frames.ts";

const sockets: any[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: {
    open(ws) { sockets.push(ws); ws.subscribe("t"); ws.subscribe("u"); },
    message(ws, message) {
      const other = sockets.find((one) => one !== ws);
      ws.publish("t", `published ${message} 1`);
      other.send(`sent ${message} 2`);
      server.publish("t", `by the server ${message} 3`);
      ws.publish("u", new Uint8Array([4]));
      ws.send(`to itself ${message} 5`);
      other.ping("6");
      ws.publish("t", `published ${message} 7`, true);
      other.sendBinary(new Uint8Array([8]));
    },
  },
});
const [a, b] = [await FrameClient.open(server), await FrameClient.open(server)];
a.text("a").text("b");
console.log((await b.take(14)).replaceAll(" | ", "\n"));
console.log((await a.take(4)).replaceAll(" | ", "\n"));
server.stop(true);
