// @covers Bun.serve
// `using` and `await using` stop a server at the end of their block.
import { raw } from "../../client.ts";
let port = 0;
{
  using server = Bun.serve({ port: 0, fetch: () => new Response("x") });
  port = server.port!;
  console.log(await (await fetch(server.url, { headers: { connection: "close" } })).text());
}
console.log(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
{
  await using server = Bun.serve({ port: 0, fetch: () => new Response("y") });
  port = server.port!;
  console.log(await (await fetch(server.url, { headers: { connection: "close" } })).text());
}
console.log(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
