// @covers Request
// @difference native-refusals uws
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(`${[...req.headers].length}`) });
for (const size of [17000, 100_000]) console.log(size, JSON.stringify((await raw(server, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(size)}\r\n\r\n`, { close: true })).replace("<reset>", "<closed>")));
await server.stop(true);
