// @covers Server.[Symbol.dispose]
import { raw } from "../../client.ts";
let port = 0;
{
  using server = Bun.serve({ port: 0, fetch: () => new Response("x") });
  port = server.port!;
  console.log(await (await fetch(server.url)).text());
}
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
