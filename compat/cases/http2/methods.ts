// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  fetch: (request: Request) => new Response(request.method),
} as any);
const client = connect(server);
for (const method of ["GET", "PUT", "PATCH", "OPTIONS", "PURGE", "SEARCH", "FOOBAR", "get"])
  console.log(method, await ask(client, { ":path": "/", ":method": method }));
console.log(await ask(client, { ":path": "noslash" }));
client.destroy();
await server.stop(true);
process.exit(0);
