// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// @difference http2-alpn
import { certificate, handshake } from "../tls/_tls.ts";

const server = Bun.serve({ port: 0, tls: certificate(""), http2: true, fetch: () => new Response("x") } as any);
console.log(await handshake(server.port ?? 0, "x", { ALPNProtocols: ["foo"] }));
await server.stop(true);
process.exit(0);
