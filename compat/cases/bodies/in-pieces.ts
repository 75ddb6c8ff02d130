// @covers Request
// Content that arrives byte by byte, with a length and in chunks.
import net from "node:net";
const server = Bun.serve({ port: 0, fetch: async (req: Request) => new Response(await req.text()) });
for (const text of ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 13\r\n\r\nHällo Wörld", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"]) {
  const socket = net.connect(server.port!, "127.0.0.1");
  socket.setNoDelay(true);
  let reply = "";
  const replied = new Promise<void>((resolve) => socket.on("data", (bytes) => {
    reply += bytes;
    const [head = "", body = ""] = reply.split("\r\n\r\n");
    if (Buffer.byteLength(body) === Number(/content-length: (\d+)/i.exec(head)?.[1])) resolve();
  }));
  for (const byte of Buffer.from(text)) { socket.write(Buffer.from([byte])); await new Promise((resolve) => setImmediate(resolve)); }
  await replied;
  console.log(reply.slice(reply.indexOf("\r\n\r\n") + 4));
  socket.destroy();
}
await server.stop(true);
