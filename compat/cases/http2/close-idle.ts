// @covers Server.closeIdleConnections
// @env BUNSHIM_WIRE=
import { ask, connect } from "./_client.ts";

const server: any = Bun.serve({ port: 0, http2: true, fetch: () => new Response("x") } as any);
const client = connect(server);
console.log(await ask(client, { ":path": "/" }));
const closed = new Promise((resolve) => client.on("close", resolve));
server.closeIdleConnections();
await closed;
console.log("closed");
await server.stop(true);
process.exit(0);
