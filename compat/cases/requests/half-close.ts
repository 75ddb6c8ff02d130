// @covers Serve.Options.fetch
// @difference tls-half-close uws tls
import { raw } from "../../client.ts";

const server = Bun.serve({
  port: 0,
  async fetch(req: Request) {
    if (new URL(req.url).pathname === "/async") await new Promise((resolve) => setTimeout(resolve, 20));
    return new Response("answered");
  },
});
for (const path of ["/sync", "/async"])
  console.log(
    path,
    JSON.stringify(
      (await raw(server, `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`, { end: true, limit: 300 })).replace(
        "<reset>",
        "<closed>",
      ),
    ),
  );
await server.stop(true);
