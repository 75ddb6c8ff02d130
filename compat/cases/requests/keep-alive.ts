// @covers Serve.Options.fetch
// A hundred requests on one connection, then one that ends it.
import { listen, raw } from "../../client.ts";

let count = 0;
const server = Bun.serve({ ...listen(), fetch: () => new Response(String(++count)) });
const text = await raw(
  server,
  "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100) + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  { close: true },
);
console.log(count, text.endsWith("101<closed>"), text.split("HTTP/1.1 200 OK").length - 1);
await server.stop(true);
