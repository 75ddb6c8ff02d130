// @covers Serve.Options.fetch
// @difference trailer-announced node
import { listen, parse, raw } from "../../client.ts";

// A reply that announces a trailer and has none; the server goes on.
const headers = { Trailer: "X-T", "X-A": "b" };
const server = Bun.serve({
  ...listen(),
  routes: { "/static": new Response("static", { headers }) },
  fetch: (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/empty") return new Response(null, { status: 204, headers });
    if (pathname === "/304") return new Response(null, { status: 304, headers });
    if (pathname === "/stream") return new Response(new ReadableStream({ start: (c) => (c.enqueue("x"), c.close()) }), { headers });
    return new Response("handler", { headers });
  },
});
for (const method of ["GET", "HEAD"]) {
  for (const path of ["/static", "/handler", "/empty", "/304", "/stream"]) {
    const { status, fields, body } = parse(await raw(server, `${method} ${path} HTTP/1.1\r\nHost: test\r\n\r\n`));
    const own = fields.filter(([name]) => name === "Trailer" || name === "X-A");
    console.log(method, path, status, JSON.stringify(own), body);
  }
}
await server.stop(true);
