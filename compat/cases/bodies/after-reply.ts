// @covers Request
// Content that is asked for after the reply.
import { raw } from "../../client.ts";
const outcome = Promise.withResolvers<string>();
const server = Bun.serve({ port: 0, fetch(req: Request) {
  setTimeout(() => req.text().then((text) => outcome.resolve(`text ${text}`), (error) => outcome.resolve(`${error.name} ${error.message}`)), 20);
  return new Response("early");
} });
console.log((await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf")).slice(0, 15));
console.log(await outcome.promise);
await server.stop(true);
