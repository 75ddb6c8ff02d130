// @covers WebSocketHandler.message, WebSocketHandler.error
// Nobody catches it: that is the end of the program.
import { pair } from "./_pair.ts";

setTimeout(async () => {
  const { client } = await pair({ async message() { throw new Error("nobody catches this"); } });
  client.text("x");
  console.log(await client.next());
  client.text("y");
  console.log(await client.next(), "still here");
}, 1);
