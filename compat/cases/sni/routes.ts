// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
// Everything is served under every name alike.
import { askTls, certificate } from "../tls/_tls.ts";

const server = Bun.serve({
  port: 0,
  tls: [
    { ...certificate("1"), serverName: "a.test" },
    { ...certificate("2"), serverName: "b.test" },
  ],
  routes: { "/static": new Response("static"), "/p/:id": (request) => new Response(request.params.id) },
  fetch: (request) => new Response(new URL(request.url).pathname),
});
for (const servername of ["a.test", "b.test", "other"])
  for (const target of ["/static", "/p/5", "/else"])
    console.log(servername, await askTls(server.port ?? 0, target, { servername }));
await server.stop(true);
