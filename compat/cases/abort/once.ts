// @covers Request.signal
// One abort per request, though the client leaves in the middle of its content and of the reply.
import net from "node:net";
let aborts = 0;
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  req.signal.addEventListener("abort", () => { aborts++; });
  req.text().catch(() => {});
  return new Response((async function* () { for (;;) { yield "x"; await new Promise((resolve) => setTimeout(resolve, 5)); } })() as any);
} });
for (let i = 0; i < 5; i++) {
  const socket = net.connect(server.port!, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
  await new Promise((resolve) => socket.once("data", resolve));
  socket.destroy();
}
await new Promise((resolve) => setTimeout(resolve, 80));
console.log(aborts, server.pendingRequests);
await server.stop(true);
process.exit(0);
