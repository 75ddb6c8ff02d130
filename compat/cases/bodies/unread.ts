// @covers Serve.Options.fetch
// A body which the handler never reads does not disturb the next request on the connection.
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(`${req.method} ${new URL(req.url).pathname}`) });
const body = "x".repeat(100_000);
for (const text of [`POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /2 HTTP/1.1\r\nHost: a\r\n\r\n`, `POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}GET /2 HTTP/1.1\r\nHost: a\r\n\r\n`, "POST /1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n"])
  console.log(await raw(server, text));
await server.stop(true);
