// @covers WebSocketHandler.drain, WebSocketHandler.error
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({ drain() { throw new Error("in drain"); }, error(error: any, socket: any) { log.add(`error ${error.message} ${socket === ws}`); } });
client.pause();
while (ws.send("x".repeat(100_000)) > 0);
client.resume();
console.log(await log.until("error"));
log.flush();
console.log(ws.readyState, ws.send("still open"));
client.destroy();
server.stop(true);
