// @covers WebSocketHandler.error
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client } = await pair({
  message() { throw new Error("oops"); },
  error(error: any, ws: any) { log.add(`error ${error.message}`); ws.send("sorry"); ws.close(1011, error.message); },
  close(_: any, code: number, reason: string) { log.add(`close ${code} ${reason}`); },
});
console.log(await client.text("x").rest());
log.flush();
server.stop(true);
