// @covers ServerWebSocket.send, ServerWebSocket.close
// Sent from everywhere at once: timers, promises, other sockets' handlers.
import { FrameClient } from "../../frames.ts";

const sockets: any[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: {
    open(ws) { sockets.push(ws); },
    async message(ws, message) {
      const other = sockets.find((one) => one !== ws);
      other.send(`${message} 1`);
      await 1;
      other.send(`${message} 2`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      other.send(`${message} 3`);
      other.close(4000, "last");
    },
  },
});
const [a, b] = [await FrameClient.open(server), await FrameClient.open(server)];
a.text("x");
console.log(await b.rest());
server.stop(true);
