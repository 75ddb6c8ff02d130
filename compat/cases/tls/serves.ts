// @covers Serve.HostnamePortServeOptions.tls
import { askTls, certificate } from "./_tls.ts";

const server = Bun.serve({
  port: 0,
  tls: certificate(""),
  routes: { "/static": new Response("static"), "/p/:id": (request) => new Response(request.params.id) },
  fetch: (request) => new Response(request.url.replace(/:\d+/, "")),
});
console.log(server.protocol, server.url.protocol, server.hostname, server.url.port === String(server.port));
for (const target of ["/", "/a?b=c", "/static", "/p/5"]) console.log(await askTls(server.port ?? 0, target));
await server.stop();
console.log(await askTls(Number(server.url.port)));
