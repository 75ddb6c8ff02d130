// @covers Serve.Options.routes
import { exchange, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/function": (req: Request) => new Response(`method ${req.method}`, { headers: { "x-method": req.method } }),
    "/get": { GET: (req: Request) => new Response(`method ${req.method}`, { headers: { "x-method": req.method } }) },
    "/static": new Response("static", { headers: { "x-a": "1" } }),
    "/json": Response.json({ a: 1 }),
    "/staticGet": { GET: new Response("static GET") },
    "/own": { GET: () => new Response("get"), HEAD: () => new Response("head", { headers: { "x-own": "1" } }) },
    "/stream": () => new Response(new ReadableStream({ async pull(c) { await 1; c.enqueue("x"); c.close(); } })),
  },
});
for (const path of ["/function", "/get", "/static", "/json", "/staticGet", "/own", "/stream", "/missing"]) await exchange(server, "HEAD", path);
await server.stop(true);
