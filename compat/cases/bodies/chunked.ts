// @covers Request
import net from "node:net";
import { parse, raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: async (req: Request) => new Response(`${req.headers.get("content-length")} ${req.headers.get("transfer-encoding")} ${await req.text()}`) });
for (const body of ["0\r\n\r\n", "1\r\na\r\n0\r\n\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "A\r\n0123456789\r\n0\r\n\r\n", "a\r\n0123456789\r\n0\r\n\r\n", "003\r\nabc\r\n0\r\n\r\n"])
  console.log(parse(await raw(server, `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body}`)).body);
// Byte by byte, so that every boundary falls between two reads.
const reply = await new Promise<string>((resolve) => {
  const socket = net.connect({ port: server.port!, host: "127.0.0.1", noDelay: true });
  const bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
  let at = 0;
  const next = () => { if (at < bytes.length) socket.write(bytes[at++]!, () => setImmediate(next)); };
  socket.on("data", (chunk) => { resolve(chunk.toString()); socket.destroy(); });
  next();
});
console.log(parse(reply).body);
await server.stop(true);
