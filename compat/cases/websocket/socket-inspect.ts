// @covers ServerWebSocket.data
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair({}, {}, { data: { id: 1 } });
console.log(ws);
console.log(JSON.stringify(ws));
client.destroy();
server.stop(true);
