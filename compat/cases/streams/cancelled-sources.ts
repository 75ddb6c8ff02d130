// @covers Response, ReadableStream
// The client leaves: each kind of source hears of it, after the request's signal.
import net from "node:net";
import { pause } from "./_framing.ts";
const log: string[] = [];
const sources: Record<string, (req: Request) => any> = {
  pulled: (req) => new ReadableStream({ async pull(c) { await pause(); c.enqueue("x"); }, cancel(reason) { log.push(`cancel ${reason?.name} ${reason?.message} ${req.signal.aborted}`); } }),
  quiet: (req) => new ReadableStream({ start(c) { c.enqueue("x"); }, cancel(reason) { log.push(`cancel ${reason?.name} ${req.signal.aborted}`); } }),
  silent: (req) => new ReadableStream({ cancel(reason) { log.push(`cancel ${reason?.name} ${req.signal.aborted}`); } }),
  generator: (req) => (async function* () { try { for (;;) { await pause(); yield "x"; } } finally { log.push(`finally ${req.signal.aborted}`); } })(),
  stuck: () => (async function* () { try { yield "x"; await new Promise(() => {}); } finally { log.push("finally"); } })(),
  iterable: () => ({ [Symbol.asyncIterator]: () => ({ async next() { await pause(); return { done: false, value: "x" }; }, async return(value: unknown) { log.push(`return ${value}`); return { done: true, value }; } }) }),
  direct: (req) => new ReadableStream({ type: "direct", async pull(c: any) { for (let i = 0; i < 60; i++) { c.write("x"); c.flush(); await pause(); } }, cancel(reason: any) { log.push(`cancel ${reason?.name} ${req.signal.aborted}`); } } as any),
};
const server = Bun.serve({ port: 0, fetch(req: Request) { req.signal.addEventListener("abort", () => log.push("signal")); return new Response(sources[new URL(req.url).pathname.slice(1)]!(req)); } });
for (const name of Object.keys(sources)) {
  const socket = net.connect(server.port!, "127.0.0.1");
  socket.write(`GET /${name} HTTP/1.1\r\nHost: a\r\n\r\n`);
  await pause(50);
  socket.destroy();
  await pause(100);
  console.log(name, log.splice(0).join(", "), server.pendingRequests);
}
await server.stop(true);
process.exit(0);
