// @covers Request
import net from "node:net";
const events: string[] = [];
const finished = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    const early = req.signal.aborted;
    req.signal.addEventListener("abort", () => { events.push(`abort ${req.signal.aborted} ${(req.signal.reason as any)?.name}`); finished.resolve(); });
    req.signal.onabort = () => { events.push("onabort"); };
    client.destroy();
    await finished.promise;
    events.push(`early ${early}`);
    return new Response("nobody reads this");
  },
});
const client = net.connect(server.port!, "127.0.0.1");
client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
await finished.promise;
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(events.join("; "), server.pendingRequests);
await server.stop(true);
