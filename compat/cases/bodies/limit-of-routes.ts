// @covers Serve.Options.maxRequestBodySize
// The limit is a handler's: static routes have none.
import { listen, raw } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, maxRequestBodySize: 10, routes: { "/static": new Response("static"), "/handler": () => new Response("handler"), "/methods": { POST: () => new Response("post") } }, fetch: () => new Response("fetch") });
for (const path of ["/static", "/handler", "/methods", "/other"])
  for (const length of [10, 11]) console.log(path, length, (await raw(server, `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n${"x".repeat(length)}`)).split("\r\n")[0]);
await server.stop(true);
