// @covers Serve.HostnamePortServeOptions.tls
import { certificate, handshake } from "./_tls.ts";

const server = Bun.serve({ port: 0, tls: certificate(""), fetch: () => new Response("x") });
const port = server.port ?? 0;
console.log("1.3", await handshake(port, "x", { minVersion: "TLSv1.3" }));
console.log("1.2", await handshake(port, "x", { maxVersion: "TLSv1.2" }));
console.log("ALPN", await handshake(port, "x", { ALPNProtocols: ["h2", "http/1.1"] }));
console.log("ALPN unknown", await handshake(port, "x", { ALPNProtocols: ["foo"] }));
console.log("no name", await handshake(port));
await server.stop(true);
