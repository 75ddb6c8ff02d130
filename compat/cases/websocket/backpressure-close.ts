// @covers WebSocketHandler.closeOnBackpressureLimit
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({
  backpressureLimit: 1024 * 1024,
  closeOnBackpressureLimit: true,
  close: (ws: any, code: number, reason: string) => log.add(`close ${code} ${JSON.stringify(reason)}`),
});
client.pause();
const order: string[] = [];
for (let i = 0; i < 400 && ws.readyState === 1; i++) {
  const result = ws.send("x".repeat(64 * 1024));
  const kind = result > 0 ? "bytes" : String(result);
  if (order.at(-1) !== kind) order.push(kind);
}
console.log(order.join(), await log.until("close"));
log.flush();
client.destroy();
server.stop(true);
