// @covers ServerWebSocket.cork, ServerWebSocket.publish
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair({ publishToSelf: true });
ws.subscribe("t");
const results = ws.cork(() => Array.from({ length: 50 }, (_, i) => (i % 10 === 9 ? ws.publish("t", `p${i}`) : ws.send(`s${i}`))));
console.log(results.join());
console.log(await client.take(50));
client.destroy();
server.stop(true);
