// @covers Server.stop
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client } = await pair({ close(_: any, code: number, reason: string) { log.add(`close ${code} ${reason}`); } });
server[Symbol.dispose]();
console.log(await client.rest());
log.flush();
