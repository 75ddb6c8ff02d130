// @covers Serve.Options.development
// @difference welcome-length
// What development mode says when a handler returns nothing.
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, development: true, fetch: (() => undefined) as any });
console.log(await raw(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
await server.stop(true);
