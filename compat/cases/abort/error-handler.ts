// @covers Serve.Options.error
// A handler that fails because its client left: is the error handler asked?
import net from "node:net";
const done = Promise.withResolvers<void>();
let asked = 0;
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  setTimeout(() => socket.destroy(), 20);
  try { return new Response(await req.text()); } finally { setTimeout(done.resolve, 30); }
}, error() { asked++; return new Response("x"); } });
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
await done.promise;
console.log("asked", asked, "pending", server.pendingRequests);
await server.stop(true);
