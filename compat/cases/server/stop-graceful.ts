// @covers Server.stop, Server.pendingRequests
import { raw } from "../../client.ts";
let release = () => {};
const entered = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  async fetch() {
    entered.resolve();
    await new Promise<void>((resolve) => (release = resolve));
    return new Response("finished");
  },
});
const port = server.port!;
const reply = raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", { close: true });
await entered.promise;
console.log("pending", server.pendingRequests);
let done = false;
const stopped = server.stop().then(() => { done = true; });
await new Promise((resolve) => setTimeout(resolve, 30));
console.log("done before the reply", done);
console.log("new connection", await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
release();
console.log(await reply);
await stopped;
console.log("done", done, "pending", server.pendingRequests);
