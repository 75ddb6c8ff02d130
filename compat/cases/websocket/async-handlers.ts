// @covers WebSocketHandler.message, WebSocketHandler.open
// Handlers do not wait for each other.
import { Log, pause } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client } = await pair({
  async open() { log.add("open starts"); await pause(300); log.add("open ends"); },
  async message(ws: any, message: string) { log.add(`${message} starts`); await pause(message === "slow" ? 150 : 1); log.add(`${message} ends`); ws.send(message); },
  async close() { log.add("close starts"); await 1; log.add("close ends"); },
});
client.text("slow").text("fast");
console.log(await client.take(2));
await log.until("open ends");
client.close(1000);
await log.until("close ends");
log.flush();
server.stop(true);
