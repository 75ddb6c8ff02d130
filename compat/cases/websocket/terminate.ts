// @covers ServerWebSocket.terminate
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({ close: (ws: any, code: number, reason: string) => log.add(`close ${code} ${JSON.stringify(reason)} ${ws.readyState}`) });
ws.send("before");
ws.cork(() => { ws.send("corked"); });
log.add("terminate");
ws.terminate();
log.add(`terminated ${ws.readyState}`);
console.log(await client.rest());
log.flush();
server.stop(true);
