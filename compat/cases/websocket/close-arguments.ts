// @covers ServerWebSocket.close, ServerWebSocket.readyState
import { attempt } from "../../client.ts";
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const long = "\u00fc".repeat(100);
const calls: [name: string, ...args: unknown[]][] = [
  ["nothing"], ["undefined", undefined], ["null", null], ["1000", 1000], ["1000 bye", 1000, "bye"], ["4000", 4000, "own"], ["0", 0], ["1005", 1005, "x"], ["1006", 1006, "x"],
  ["1", 1], ["999", 999], ["5000", 5000], ["65535", 65535], ["65536", 65536], ["99999", 99999], ["-1", -1], ["1.5", 1000.5], ["NaN", NaN], ["text", "1000"], ["object", {}], ["1000 number", 1000, 5], ["1000 null", 1000, null], ["1000 object", 1000, {}], ["1000 buffer", 1000, new Uint8Array([65])],
  ["reason long", 1000, long], ["reason 123", 1000, "x".repeat(123)], ["reason 124", 1000, "x".repeat(124)], ["only reason", undefined, "why"],
];
for (const [name, ...args] of calls) {
  const log = new Log();
  const { server, client, ws } = await pair({ close: (ws: any, code: number, reason: string) => log.add(`handler ${code} ${JSON.stringify(reason.length > 20 ? reason.length : reason)} ${ws.readyState}`) });
  await attempt(name, () => ws.close(...args));
  log.add(`after ${ws.readyState}`);
  if (ws.readyState === 1) ws.terminate();
  console.log("  client", await client.rest());
  await log.until("handler");
  log.flush();
  client.destroy();
  server.stop(true);
}
