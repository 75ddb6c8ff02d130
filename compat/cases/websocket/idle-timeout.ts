// @covers WebSocketHandler.idleTimeout, WebSocketHandler.sendPings
// @limit 30
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const run = async (name: string, websocket: any, answer: boolean): Promise<string[]> => {
  const lines: string[] = [];
  const log = new Log();
  const { server, client } = await pair({ ...websocket, close: (_: any, code: number, reason: string) => log.add(`close ${code} ${reason}`) });
  const end = Date.now() + 10_500;
  while (Date.now() < end) {
    const next = await client.next(500);
    if (next === "<silent>") continue;
    lines.push(`${name}: ${next}`);
    if (next === "<closed>") break;
    if (answer && next.startsWith("ping")) client.send("pong");
  }
  lines.push(...log.lines.map((line) => `${name}: ${line}`));
  client.destroy();
  server.stop(true);
  return lines;
};
const all = await Promise.all([
  run("no pings", { idleTimeout: 8, sendPings: false }, false),
  run("pings, no answer", { idleTimeout: 8 }, false),
  run("pings, answered", { idleTimeout: 8 }, true),
  run("one second", { idleTimeout: 1, sendPings: false }, false),
  run("never", { idleTimeout: 0 }, false),
  run("kept open by the server", { idleTimeout: 8, sendPings: false, open(ws: any) { const timer = setInterval(() => { if (ws.readyState !== 1) clearInterval(timer); else ws.send("x"); }, 4000); } }, false),
]);
console.log(all.flat().filter((line) => !/kept open.*text/.test(line)).join("\n"));
process.exit(0);
