// @covers WebSocketHandler.open, WebSocketHandler.message, WebSocketHandler.close, WebSocketHandler.ping, WebSocketHandler.pong
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
function note(name: string) {
  return function (this: any, ...given: any[]) {
    log.add(`${name}: this ${this === handlers ? "handlers" : typeof this} ${this?.constructor?.name}; ${given.length} arguments ${given.slice(1).map((one) => `${typeof one} ${one?.constructor?.name} ${one}`).join(", ")}`);
  };
}
const handlers: any = { open: note("open"), message: note("message"), ping: note("ping"), pong: note("pong"), close: note("close"), drain: note("drain") };
const { server, client } = await pair(handlers);
client.text("t").send("binary", "b").send("ping", "p").send("ping").send("pong", "q").send("pong");
console.log(await client.take(2));
client.close(1000, "r");
await log.until("close");
log.flush();
server.stop(true);
