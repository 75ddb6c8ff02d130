// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// WebSockets come by HTTP/1.1 only.
import { raw } from "../../client.ts";
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  fetch: (request: Request, server: any) =>
    server.upgrade(request) ? undefined : new Response("no upgrade"),
  websocket: { message() {} },
} as any);
const client = connect(server);
console.log(await ask(client, { ":path": "/" }));
console.log(
  (
    await raw(
      server.port ?? 0,
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    )
  ).split("\r\n")[0],
);
client.destroy();
await server.stop(true);
process.exit(0);
