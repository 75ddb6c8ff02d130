// @covers Serve.Options.routes
// A more specific route without the method: does a broader one take over?
import { brief, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/a/b": { POST: () => new Response("exact POST") },
    "/a/:x": { GET: () => new Response("param GET") },
    "/a/*": () => new Response("wildcard"),
    "/false": false,
    "/false/*": () => new Response("below false"),
    "/c/*": () => new Response("c wildcard"),
    "/c/no": false,
    "/c/:x": { POST: new Response("c param POST") },
  } as any,
  fetch: () => new Response("fallback"),
});
for (const path of ["/a/b", "/a/c", "/a/b/c", "/false", "/false/x", "/c/no", "/c/x"]) for (const method of ["GET", "POST", "DELETE"]) await brief(server, method, path);
await server.stop(true);
