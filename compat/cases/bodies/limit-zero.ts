// @covers Serve.Options.maxRequestBodySize
// No content at all, and requests without content all the same.
import { listen, raw } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, maxRequestBodySize: 0, async fetch(req: Request) { return new Response(`read ${(await req.text()).length}`); } });
for (const text of ["GET / HTTP/1.1\r\nHost: a\r\n\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"])
  console.log((await raw(server, text)).split("\r\n")[0]);
await server.stop(true);
