// @covers Request.body
// A handler that reads slowly holds its client back.
import net from "node:net";
let read = 0;
const release = Promise.withResolvers<void>();
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  const reader = req.body!.getReader();
  read += (await reader.read()).value!.length;
  await release.promise;
  for (let step = await reader.read(); !step.done; step = await reader.read()) read += step.value.length;
  return new Response(String(read));
} });
const size = 64 * 1024 * 1024;
const socket = net.connect(server.port!, "127.0.0.1");
socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`);
const piece = Buffer.alloc(1024 * 1024, 120);
let sent = 0;
const send = () => { while (sent < size) { sent += piece.length; if (!socket.write(piece)) { socket.once("drain", send); return; } } };
send();
await new Promise((resolve) => setTimeout(resolve, 500));
console.log("held back:", sent < size);
release.resolve();
const reply: string = await new Promise((resolve) => socket.once("data", (bytes) => resolve(String(bytes))));
console.log(reply.endsWith(String(size)));
socket.destroy();
await server.stop(true);
