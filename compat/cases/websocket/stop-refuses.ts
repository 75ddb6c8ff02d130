// @covers Server.stop
// A stopped server serves the sockets that it has.
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair({ message: (ws: any, message: any) => { ws.send(message); } });
ws.subscribe("t");
const stopped = server.stop();
await new Promise((resolve) => setTimeout(resolve, 10));
console.log(await client.text("echo").next(), server.publish("t", "published"), await client.next());
client.close(1000);
await stopped;
console.log(server.pendingWebSockets);
