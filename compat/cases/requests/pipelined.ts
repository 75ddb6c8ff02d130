// @covers Serve.Options.fetch
import { listen, raw } from "../../client.ts";

const server = Bun.serve({ ...listen(), fetch: (req: Request) => new Response(new URL(req.url).pathname) });
console.log(
  await raw(server, ["/1", "/2", "/3"].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join("")),
);
console.log(
  await raw(
    server,
    "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n",
  ),
);
await server.stop(true);
