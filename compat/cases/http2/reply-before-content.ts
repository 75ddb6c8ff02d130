// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// A reply that does not wait for the content: the rest of the upload is not wanted (RFC 9113 section 8.1).
import { ask, connect } from "./_client.ts";
import { data, headers, request, talk } from "./_frames.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  maxRequestBodySize: 10_000_000,
  routes: { "/static": new Response("static"), "/none": new Response(null, { status: 204 }) },
  fetch(request: Request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/file") return new Response(Bun.file(import.meta.path).slice(0, 100));
    if (pathname === "/error") return new Response("no", { status: 403 });
    return new Response(pathname);
  },
} as any);
const port = server.port ?? 0;
for (const path of ["/static", "/none", "/file", "/error", "/other"]) {
  console.log(path, await talk(port, [headers(1, request(path, [], "POST"), false), data(1, "part", false)], /RST/));
  console.log(path, await talk(port, [headers(1, request(path, [], "HEAD"), false)], /RST/));
}
const client = connect(server);
for (const path of ["/static", "/other"])
  console.log(path, await ask(client, { ":path": path, ":method": "POST" }, new Uint8Array(5_000_000)));
console.log(await ask(client, { ":path": "/after" }));
client.destroy();
await server.stop(true);
process.exit(0);
