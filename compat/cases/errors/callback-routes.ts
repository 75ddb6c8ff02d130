// @covers Serve.Options.error, Serve.Options.routes
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  routes: {
    "/sync": () => { throw new Error("sync"); },
    "/async": async () => { throw new Error("async"); },
    "/method": { GET: () => { throw new Error("method"); } },
    "/nothing": (() => undefined) as any,
  },
  fetch() { throw new Error("fetch"); },
  error: (error: any) => new Response(`${error.name}: ${error.message}`, { status: 500 }),
});
for (const path of ["/sync", "/async", "/method", "/nothing", "/other"]) await brief(server, "GET", path);
await server.stop(true);
