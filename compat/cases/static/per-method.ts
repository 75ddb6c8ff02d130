// @covers Serve.Options.routes
import { exchange, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/m": {
      GET: new Response("get", { headers: { "x-m": "g" } }),
      POST: new Response("post", { status: 201 }),
      DELETE: new Response(null, { status: 204 }),
      PUT: () => new Response("put"),
    },
    "/p/:id": new Response("any id"),
    "/w/*": new Response("wild"),
    "/p/:id/x": { GET: new Response("x of any") },
  },
  fetch: (request) => new Response(`fetch ${request.method}`, { status: 404 }),
});
for (const method of ["GET", "HEAD", "POST", "DELETE", "PUT", "PATCH", "OPTIONS"])
  await exchange(server, method, "/m");
for (const path of ["/p/1", "/p/%20", "/p/", "/w/", "/w/a/b?c", "/w", "/p/1/x", "/p/1/y"])
  await exchange(server, "GET", path);
await exchange(server, "POST", "/p/1/x");
await server.stop(true);
