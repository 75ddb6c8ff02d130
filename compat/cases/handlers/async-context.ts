// @covers Serve.Options.fetch
// What one request stores in an async context is never seen by another, not even on the same connection.
import { AsyncLocalStorage } from "node:async_hooks";
import { raw } from "../../client.ts";
const storage = new AsyncLocalStorage<string>();
const seen: string[] = [];
const server = Bun.serve({
  port: 0,
  async fetch(req) {
    seen.push(`at entry ${storage.getStore()}`);
    storage.enterWith(new URL(req.url).pathname);
    await 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
    return new Response(storage.getStore());
  },
});
console.log((await raw(server, "GET /one HTTP/1.1\r\nHost: a\r\n\r\n")).split("\r\n\r\n")[1]);
console.log((await raw(server, "GET /two HTTP/1.1\r\nHost: a\r\n\r\n")).split("\r\n\r\n")[1]);
console.log((await Promise.all(["/a", "/b", "/c"].map((path) => fetch(new URL(path, server.url)).then((r) => r.text())))).join());
console.log(seen.join("; "));
await server.stop(true);
