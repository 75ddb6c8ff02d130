// @covers WebSocketHandler.backpressureLimit
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair({ backpressureLimit: 0 });
client.pause();
const order: string[] = [];
for (let i = 0; i < 800; i++) {
  const result = ws.send("x".repeat(64 * 1024));
  const kind = result > 0 ? "bytes" : String(result);
  if (order.at(-1) !== kind) order.push(kind);
}
console.log(order.join(), ws.getBufferedAmount() > 30_000_000);
client.destroy();
server.stop(true);
