// @covers Serve.Options.fetch
// Clients that reset their connection at every stage of a request.
import net from "node:net";
const server = Bun.serve({
  port: 0,
  async fetch(req: Request) {
    const path = new URL(req.url).pathname;
    if (path === "/wait") await new Promise((resolve) => setTimeout(resolve, 5));
    if (path === "/body") await req.text().catch(() => "");
    if (path === "/stream") return new Response(new ReadableStream({ async pull(c) { await new Promise((resolve) => setTimeout(resolve, 1)); c.enqueue("x".repeat(10_000)); } }));
    return new Response("x".repeat(1_000_000));
  },
});
const texts = ["", "GE", "GET / HTTP/1.1\r\nHo", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n", "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf", "GET /stream HTTP/1.1\r\nHost: a\r\n\r\n", "GET /wait HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"];
for (const text of texts)
  for (const delay of [0, 2, 10])
    await new Promise<void>((resolve) => {
      const socket = net.connect(server.port!, "127.0.0.1", () => {
        if (text) socket.write(text);
        setTimeout(() => { delay === 2 ? socket.resetAndDestroy() : socket.destroy(); resolve(); }, delay);
      });
      socket.on("error", () => {});
    });
await new Promise((resolve) => setTimeout(resolve, 100));
const response = await fetch(server.url);
console.log(response.status, (await response.text()).length, server.pendingRequests);
await server.stop(true);
process.exit(0);
