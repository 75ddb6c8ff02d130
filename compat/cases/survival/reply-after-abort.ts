// @covers Request
// A reply for a client that has left goes nowhere, and its stream is not pulled for ever.
import net from "node:net";
let pulls = 0;
const answered = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  async fetch(req: Request) {
    const gone = new Promise<void>((resolve) => req.signal.addEventListener("abort", () => resolve()));
    client.destroy();
    await gone;
    setTimeout(() => answered.resolve(), 50);
    return new Response(new ReadableStream({ async pull(c) { pulls++; await new Promise((resolve) => setTimeout(resolve, 1)); c.enqueue("x"); } }));
  },
});
const client = net.connect(server.port!, "127.0.0.1");
client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
await answered.promise;
console.log(pulls < 5, server.pendingRequests);
await server.stop(true);
process.exit(0);
