// @covers ServerWebSocket.send
import { pair } from "./_pair.ts";

let count = 0;
const { server, client, ws } = await pair({ message: (ws: any, message: any) => { count++; ws.send(message); } });
for (let i = 0; i < 3000; i++) client.text(String(i));
let inOrder = true;
for (let i = 0; i < 3000; i++) if ((await client.next()) !== `text "${i}"`) inOrder = false;
console.log(count, inOrder);
for (let i = 0; i < 3000; i++) ws.send(String(i));
for (let i = 0; i < 3000; i++) if ((await client.next()) !== `text "${i}"`) inOrder = false;
console.log(inOrder);
client.destroy();
server.stop(true);
