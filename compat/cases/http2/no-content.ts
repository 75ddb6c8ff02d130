// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// @difference http2-no-content
import { ask, connect } from "./_client.ts";

const server = Bun.serve({ port: 0, http2: true, fetch: () => new Response(null, { status: 204 }) } as any);
const client = connect(server);
console.log(await ask(client, { ":path": "/" }));
console.log(await ask(client, { ":path": "/", ":method": "HEAD" }));
client.destroy();
await server.stop(true);
process.exit(0);
