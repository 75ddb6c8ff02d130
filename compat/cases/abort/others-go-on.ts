// @covers Request.signal
// Who leaves disturbs nobody else.
import net from "node:net";
const aborted: string[] = [];
let arrived = 0, leave!: () => void;
const all = new Promise<void>((resolve) => { leave = resolve; });
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  const name = new URL(req.url).pathname;
  req.signal.addEventListener("abort", () => aborted.push(name));
  if (++arrived === 4) leave();
  await all;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return new Response(name);
} });
const leaving = ["/1", "/3"].map((path) => { const socket = net.connect(server.port!, "127.0.0.1"); socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`); return socket; });
const staying = ["2", "4"].map(async (path) => (await fetch(server.url + path)).text());
await all;
for (const socket of leaving) socket.destroy();
console.log((await Promise.all(staying)).join(), aborted.sort().join());
await server.stop(true);
