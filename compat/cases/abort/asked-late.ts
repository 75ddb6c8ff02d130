// @covers Request.signal
// A signal that is asked for after the client left says so at once.
import net from "node:net";
const told = Promise.withResolvers<string>();
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  setTimeout(() => socket.destroy(), 20);
  await new Promise((resolve) => setTimeout(resolve, 80));
  told.resolve(`${req.signal.aborted} ${req.signal.reason?.name}`);
  return new Response("x");
} });
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
console.log(await told.promise);
await server.stop(true);
