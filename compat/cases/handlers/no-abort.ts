// @covers Request
// A request that was answered is not aborted, however its connection ends.
import { raw } from "../../client.ts";
const events: string[] = [];
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    req.signal.addEventListener("abort", () => events.push("aborted"));
    if (req.method === "POST") await req.text();
    return new Response("x");
  },
});
await raw(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
await raw(server, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", { close: true });
await (await fetch(server.url)).text();
await new Promise((resolve) => setTimeout(resolve, 30));
console.log(events.join() || "none aborted");
await server.stop(true);
