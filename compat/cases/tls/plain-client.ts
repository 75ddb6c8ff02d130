// @covers Serve.HostnamePortServeOptions.tls
// Who speaks no TLS gets no HTTP.
import net from "node:net";
import { askTls, certificate } from "./_tls.ts";

const server = Bun.serve({ port: 0, tls: certificate(""), fetch: () => new Response("x") });
const port = server.port ?? 0;
const talk = (bytes: string | Uint8Array) =>
  new Promise<boolean>((resolve) => {
    let text = "";
    const socket = net.connect(port, "127.0.0.1");
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text.includes("HTTP")));
    socket.write(bytes);
    setTimeout(() => socket.destroy(), 300);
  });
console.log(await talk("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
console.log(await talk(new Uint8Array([0x16, 3, 1, 0xff, 0xff, 1, 2, 3])));
console.log(await talk(new Uint8Array(5)));
console.log(await askTls(port));
await server.stop(true);
