// @covers Server.requestIP
// The same client has the same address and port in each request of its connection.
import { raw } from "../../client.ts";

const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: (request, server) => new Response(JSON.stringify(server.requestIP(request))),
});
const one = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const replies = (await raw(server.port ?? 0, one + one)).split("\r\n\r\n");
console.log(
  replies[1]?.split("HTTP/1.1")[0] === replies[2],
  Object.keys(JSON.parse(replies[2] ?? "{}")).join(),
);
await server.stop(true);
