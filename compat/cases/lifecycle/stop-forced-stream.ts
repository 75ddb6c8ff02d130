// @covers Server.stop
// stop(true) cuts replies off, and tells their sources and signals.
import { raw, request } from "../../client.ts";
const log: string[] = [];
const entered = Promise.withResolvers<void>();
const server = Bun.serve({ port: 0, fetch(req: Request) {
  req.signal.addEventListener("abort", () => log.push("signal"));
  return new Response(new ReadableStream({ async pull(c) { c.enqueue("x"); entered.resolve(); await new Promise((resolve) => setTimeout(resolve, 10)); }, cancel() { log.push("cancel"); } }));
} });
const reply = raw(server, request("GET", "/"), { close: true, limit: 5000 });
await entered.promise;
await new Promise((resolve) => setTimeout(resolve, 30));
await server.stop(true);
console.log(/<(closed|reset)>$/.test(await reply), log.join(), server.pendingRequests);
