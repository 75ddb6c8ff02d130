// @covers Serve.HostnamePortServeOptions.tls
// @difference tls-half-close uws
// A client that says at once that it will send no more: a reply of the same tick still reaches it.
import tls from "node:tls";
import { certificate } from "./_tls.ts";

const server = Bun.serve({
  port: 0,
  tls: certificate(""),
  fetch: () => new Response("answered"),
});
const text = await new Promise<string>((resolve) => {
  const options = { port: server.port, host: "127.0.0.1", rejectUnauthorized: false };
  const socket = tls.connect(options, () => socket.end("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
  let text = "";
  socket.on("data", (bytes) => {
    text += bytes;
  });
  socket.on("error", () => {});
  socket.on("close", () => resolve(text));
});
console.log(text.split("\r\n")[0], text.endsWith("answered"));
await server.stop(true);
