// @covers ServerWebSocket.data, WebSocketHandler.open, WebSocketHandler.message
// The same object in every handler, fit to be a key.
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const seen = new Map<any, number>();
const note = (name: string) => (ws: any) => { seen.set(ws, (seen.get(ws) ?? 0) + 1); log.add(`${name} ${seen.size} ${seen.get(ws)} ${ws.data.count++}`); };
const data = { count: 0 };
const { server, client, ws } = await pair({ open: note("open"), message: note("message"), ping: note("ping"), pong: note("pong"), close: note("close") }, {}, { data });
client.text("x").send("ping").send("pong").close(1000);
await log.until("close");
log.flush();
console.log(seen.has(ws), ws.data === data, data.count);
server.stop(true);
