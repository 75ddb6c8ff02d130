// @covers Request
// @difference field-count uws
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(`${[...req.headers].length}`) });
for (const count of [110, 150]) console.log(count, (await raw(server, `GET / HTTP/1.1\r\nHost: a\r\n${Array.from({ length: count }, (_, n) => `x-${n}: ${n}\r\n`).join("")}\r\n`)).replace(/[^]*\r\n\r\n/, "").slice(0, 40));
await server.stop(true);
