// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { raw } from "../../client.ts";
import { askTls, certificate, handshake } from "../tls/_tls.ts";
import { ask, connect } from "./_client.ts";

const plain = Bun.serve({ port: 0, http1: false, http2: true, fetch: () => new Response("x") } as any);
console.log(await raw(plain.port ?? 0, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", { close: true }));
console.log(await raw(plain.port ?? 0, "PRI * HTTP/2.0\r\n\r\nSX\r\n\r\n", { close: true }));
const client = connect(plain);
console.log(await ask(client, { ":path": "/" }));
client.destroy();
await plain.stop(true);
const secure = Bun.serve({
  port: 0,
  tls: certificate(""),
  http1: false,
  http2: true,
  fetch: () => new Response("x"),
} as any);
const port = secure.port ?? 0;
console.log(await askTls(port));
console.log(await handshake(port, "x", { ALPNProtocols: ["http/1.1"] }));
console.log(await handshake(port, "x", { ALPNProtocols: ["h2"] }));
await secure.stop(true);
process.exit(0);
