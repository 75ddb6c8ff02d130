// @covers Serve.Options
// Symbols, empty texts and numbers in the place of other things.
import { attempt } from "../../client.ts";
const serve = Bun.serve as any;
const values: unknown[] = [Symbol("s"), "", 0, false, null, 5n, [], new Date(5)];
for (const name of ["id", "fetch", "error", "routes", "websocket", "idleTimeout", "maxRequestBodySize", "development", "reusePort"])
  for (const value of values)
    await attempt(`${name} ${typeof value} ${String(value)}`, () => { const server = serve({ port: 0, fetch: () => new Response("x"), [name]: value }); const shown = `${server.id} ${server.development}`; server.stop(true); return shown; });
for (const name of ["hostname", "unix"]) await attempt(name, () => serve({ port: 0, fetch: () => new Response("x"), [name]: Symbol("s") }));
