// @covers ServerWebSocket.close
// What was taken arrives, and then the Close frame.
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({ close(_: any, code: number) { log.add(`close ${code}`); } });
client.pause();
let taken = 0;
for (let i = 0; i < 100; i++) if (ws.send("x".repeat(100_000)) !== 0) taken++;
ws.close(1000, "enough");
log.flush();
client.resume();
let got = 0;
for (;;) {
  const next = await client.next(3000);
  if (!next.startsWith("text")) {
    console.log(next);
    break;
  }
  got++;
}
console.log(taken === got);
client.destroy();
server.stop(true);
