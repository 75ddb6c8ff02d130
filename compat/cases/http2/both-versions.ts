// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { raw } from "../../client.ts";
import { askTls, certificate, handshake } from "../tls/_tls.ts";
import { ask, connect } from "./_client.ts";

const plain = Bun.serve({
  port: 0,
  http2: true,
  fetch: (request: Request) => new Response(request.method),
} as any);
console.log(await raw(plain.port ?? 0, "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"));
console.log(await raw(plain.port ?? 0, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx"));
console.log(await raw(plain.port ?? 0, "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
const client = connect(plain);
console.log(await ask(client, { ":path": "/" }));
client.destroy();
await plain.stop(true);

const secure = Bun.serve({
  port: 0,
  tls: certificate(""),
  http2: true,
  fetch: () => new Response("x"),
} as any);
const port = secure.port ?? 0;
console.log(await askTls(port));
console.log(await askTls(port, "/", { ALPNProtocols: ["http/1.1"] }));
for (const ALPNProtocols of [["h2"], ["h2", "http/1.1"], ["http/1.1", "h2"], ["http/1.1"]])
  console.log(ALPNProtocols.join(), await handshake(port, "x", { ALPNProtocols }));
await secure.stop(true);
process.exit(0);
