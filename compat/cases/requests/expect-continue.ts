// @covers Request
import { listen, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  fetch: async (req: Request) => new Response(`[${await req.text()}] ${req.headers.get("expect")}`),
});
console.log(
  await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc"),
);
console.log(
  JSON.stringify(
    await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nExpect: something\r\nContent-Length: 3\r\n\r\nabc", {
      close: true,
      limit: 300,
    }),
  ),
);
await server.stop(true);
