// @covers Request
// Content that arrives byte by byte, with a length and in chunks.
import net from "node:net";
const server = Bun.serve({ port: 0, async fetch(req: Request) { return new Response(await req.text(), { headers: { connection: "close" } }); } });
for (const text of ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 13\r\n\r\nHällo Wörld", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"]) {
  const socket = net.connect(server.port!, "127.0.0.1");
  socket.setNoDelay(true);
  // An engine may close as soon as it has seen the last chunk; the bytes behind it then find nobody.
  socket.on("error", () => {});
  let reply = "";
  socket.on("data", (bytes) => { reply += bytes; });
  const closed = new Promise((resolve) => socket.on("close", resolve));
  for (const byte of Buffer.from(text)) { socket.write(Buffer.from([byte])); await new Promise((resolve) => setImmediate(resolve)); }
  await closed;
  console.log(reply.slice(reply.indexOf("\r\n\r\n") + 4));
}
await server.stop(true);
