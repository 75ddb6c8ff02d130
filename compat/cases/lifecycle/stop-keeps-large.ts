// @covers Server.stop
// A reply under way is sent to its end, to a client that reads slowly.
import net from "node:net";
const size = 12_000_000;
const server = Bun.serve({ port: 0, async fetch() { await 1; return new Response(new Uint8Array(size)); } });
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
await new Promise((resolve) => socket.once("readable", resolve));
const stop = server.stop();
let length = 0;
for await (const bytes of socket) {
  length += bytes.length;
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await stop;
console.log(length > size && length < size + 500);
