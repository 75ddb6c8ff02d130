// @covers Request.signal
// The same without an error handler: what it costs the process.
import net from "node:net";
const done = Promise.withResolvers<void>();
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  setTimeout(() => socket.destroy(), 20);
  try { return new Response(await req.text()); } finally { setTimeout(done.resolve, 30); }
} });
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
await done.promise;
console.log("pending", server.pendingRequests);
await server.stop(true);
