// @covers Serve.Options.routes
import { exchange, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/function": () => new Response("function"),
    "/async": async () => new Response("async"),
    "/static": new Response("static", { headers: { "x-a": "1" }, status: 201 }),
    "/json": Response.json({ a: 1 }),
    "/redirect": Response.redirect("/elsewhere"),
    "/methods": { GET: () => new Response("got"), POST: async (req: Request) => new Response(`posted ${await req.text()}`) },
    "/staticMethods": { GET: new Response("static got"), PUT: new Response("static put") },
    "/false": false,
  } as any,
  fetch: (req: Request) => new Response(`fallback ${req.method}`, { status: 404 }),
});
for (const path of ["/function", "/async", "/static", "/json", "/redirect", "/methods", "/staticMethods", "/false", "/missing"]) await exchange(server, "GET", path);
await server.stop(true);
