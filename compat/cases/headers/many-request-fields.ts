// @covers Request
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(`${[...req.headers].length}`) });
for (const count of [10, 60, 90]) console.log(count, (await raw(server, `GET / HTTP/1.1\r\nHost: a\r\n${Array.from({ length: count }, (_, n) => `x-${n}: ${n}\r\n`).join("")}\r\n`)).replace(/[^]*\r\n\r\n/, "").slice(0, 40));
for (const size of [1000, 8000, 15000]) console.log(size, (await raw(server, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(size)}\r\n\r\n`)).slice(0, 30).split("\r\n")[0]);
await server.stop(true);
