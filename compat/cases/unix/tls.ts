// @covers Serve.UnixServeOptions.tls
import { existsSync } from "node:fs";
import net from "node:net";
import tls from "node:tls";
import { certificate } from "../tls/_tls.ts";

const server = Bun.serve({
  unix: "app.sock",
  tls: certificate(""),
  fetch: (request) => new Response(request.url),
});
console.log(server.protocol, server.url.href, server.port);
const text = await new Promise<string>((resolve) => {
  const socket = tls.connect({
    socket: net.connect("app.sock"),
    servername: "localhost",
    rejectUnauthorized: false,
  });
  let all = "";
  socket.on("data", (bytes) => {
    all += bytes.toString();
  });
  socket.on("close", () => resolve(all));
  socket.write("GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
});
console.log(text.split("\r\n")[0], text.split("\r\n\r\n")[1]);
await server.stop();
console.log(existsSync("app.sock"));
