// @covers ServerWebSocket.send, ServerWebSocket.getBufferedAmount, WebSocketHandler.drain, WebSocketHandler.backpressureLimit
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({
  backpressureLimit: 1024 * 1024,
  drain: (ws: any) => log.add(`drain ${ws.getBufferedAmount()}`),
});
client.pause();
const piece = "x".repeat(64 * 1024);
const results = new Map<string, number>();
let first = "";
let order: string[] = [];
for (let i = 0; i < 400; i++) {
  const result = ws.send(piece);
  const kind = result > 0 ? "bytes" : String(result);
  if (order.at(-1) !== kind) order.push(kind);
  if (result > 0) first = String(result);
}
console.log(order.join(), first);
console.log("buffered", ws.getBufferedAmount() > 1024 * 1024, ws.getBufferedAmount() < 1024 * 1024 + 70_000);
console.log("small", ws.send("x"), "empty", ws.send(""), "ping", ws.ping("x"));
client.resume();
console.log("drained", await log.until("drain 0"));
console.log(ws.getBufferedAmount(), ws.send("last"));
let count = 0;
for (;;) {
  const next = await client.next();
  if (next === 'text "last"' || next.startsWith("<")) break;
  count++;
}
console.log(count > 10);
client.destroy();
server.stop(true);
