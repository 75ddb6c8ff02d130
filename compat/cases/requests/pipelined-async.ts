// @covers Serve.Options.fetch
// @difference pipelining node
import { listen, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  async fetch(req: Request) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return new Response(new URL(req.url).pathname);
  },
});
const reply = await raw(
  server,
  ["/1", "/2"].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(""),
  { limit: 300 },
);
console.log(JSON.stringify(reply.replace("<reset>", "<closed>")));
console.log((await raw(server, "GET /after HTTP/1.1\r\nHost: a\r\n\r\n")).endsWith("/after"));
await server.stop(true);
