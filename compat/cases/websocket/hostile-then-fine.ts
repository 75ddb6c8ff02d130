// @covers WebSocketHandler.close
// Whatever one client sends, the next one is served.
import { FrameClient, frame } from "../../frames.ts";

const server: any = Bun.serve({ port: 0, fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")), websocket: { message(ws, message) { ws.send(message); } } });
const noise = [Buffer.alloc(1000, 0xff), Buffer.from("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), frame(3, "x"), frame("text", "x", { rsv: 7 }), Buffer.from([0x88]), Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])];
for (const bytes of noise) {
  const bad = await FrameClient.open(server);
  bad.write(bytes).end();
  await bad.rest(300);
  bad.destroy();
  const good = await FrameClient.open(server);
  console.log(await good.text("fine").next());
  good.destroy();
}
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(server.pendingWebSockets);
server.stop(true);
