// @covers WebSocketHandler.close
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({ close(ws: any, code: number) { log.add(`close ${code} ${ws.getBufferedAmount()} ${ws.readyState}`); } });
client.pause();
while (ws.send("x".repeat(100_000)) > 0);
console.log(ws.getBufferedAmount() > 0);
client.destroy();
console.log(await log.until("close"));
log.flush();
await new Promise((resolve) => setImmediate(resolve));
console.log(ws.send("x"), ws.getBufferedAmount(), server.pendingWebSockets);
server.stop(true);
