// @covers WebSocketHandler.message, WebSocketHandler.error
// Nobody catches it: the process goes on or ends as Bun's does.
import { pair } from "./_pair.ts";
const { server, client } = await pair({ message() { throw new Error("nobody catches this"); } });
client.text("x").send("ping", "p");
console.log(await client.next());
console.log("still here");
client.destroy();
server.stop(true);
