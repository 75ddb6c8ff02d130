// @covers Serve.Options.maxRequestBodySize
import { parse, raw } from "../../client.ts";
const server = Bun.serve({
  port: 0,
  maxRequestBodySize: 10,
  development: false,
  async fetch(req: Request) {
    try {
      return new Response(`read ${(await req.text()).length}`);
    } catch (error: any) {
      return new Response(`caught ${error.name}`);
    }
  },
});
for (const chunks of [["aaaaa", "bbbbb"], ["aaaaa", "bbbbb", "c"], ["a".repeat(100)]]) {
  const body = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("") + "0\r\n\r\n";
  console.log(parse(await raw(server, `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body}`)).status);
}
await server.stop(true);
