// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// Beside HTTP/2, a client that offers HTTP/1.0 by ALPN is served.
import { askTls, certificate } from "./_tls.ts";

const server = Bun.serve({ port: 0, tls: certificate(""), http2: true, fetch: () => new Response("served") } as any);
const port = server.port ?? 0;
console.log(await askTls(port, "/", { ALPNProtocols: ["http/1.0"] }));
console.log(await askTls(port, "/", { ALPNProtocols: ["http/1.1", "http/1.0"] }));
await server.stop(true);
process.exit(0);
