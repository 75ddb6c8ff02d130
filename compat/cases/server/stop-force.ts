// @covers Server.stop
import { raw } from "../../client.ts";
const entered = Promise.withResolvers<void>();
let aborted = "not aborted";
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    req.signal.addEventListener("abort", () => { aborted = "aborted"; });
    entered.resolve();
    await new Promise(() => {});
    return new Response("never");
  },
});
const reply = raw(server.port!, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", { close: true });
await entered.promise;
await server.stop(true);
console.log(JSON.stringify((await reply).replace("<reset>", "<closed>")));
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(aborted, server.pendingRequests);
