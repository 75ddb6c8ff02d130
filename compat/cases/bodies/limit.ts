// @covers Serve.Options.maxRequestBodySize
import { raw } from "../../client.ts";
let calls = 0;
const server = Bun.serve({
  port: 0,
  maxRequestBodySize: 10,
  development: false,
  async fetch(req: Request) {
    calls++;
    return new Response(`read ${(await req.text()).length}`);
  },
  error: (error: any) => new Response(`error handler ${error.name} ${error.message}`, { status: 500 }),
});
for (const length of [0, 9, 10, 11, 1000]) console.log(length, JSON.stringify(await raw(server, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n${"x".repeat(length)}`, { close: true, limit: 300 })), "calls", calls);
await server.stop(true);
