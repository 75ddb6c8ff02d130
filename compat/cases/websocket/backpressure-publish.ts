// @covers Server.publish, ServerWebSocket.publish, WebSocketHandler.backpressureLimit
import { FrameClient } from "../../frames.ts";

const sockets: any[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: { backpressureLimit: 1024 * 1024, open(ws) { sockets.push(ws); ws.subscribe("t"); }, message() {} },
});
const [a, b] = [await FrameClient.open(server), await FrameClient.open(server)];
b.pause();
for (const [name, publish] of [["server", () => server.publish("t", "x".repeat(64 * 1024))], ["socket", () => sockets[0].publish("t", "y".repeat(64 * 1024))]] as const) {
  const order: string[] = [];
  for (let i = 0; i < 300; i++) {
    const result = publish();
    const kind = result > 0 ? "bytes" : String(result);
    if (order.at(-1) !== kind) order.push(kind);
    if (i % 10 === 0) await 1;
  }
  console.log(name, order.join());
}
a.destroy();
b.destroy();
server.stop(true);
