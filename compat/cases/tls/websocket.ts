// @covers Serve.HostnamePortServeOptions.websocket
import tls from "node:tls";
import { certificate } from "./_tls.ts";

const server = Bun.serve({
  port: 0,
  tls: certificate(""),
  fetch: (request, server) => (server.upgrade(request) ? undefined : new Response("no")),
  websocket: {
    open: (ws) => void ws.send("hello"),
    message: (ws, message) => void ws.send(`echo ${message}`),
  },
});
const socket = tls.connect({ port: server.port ?? 0, host: "127.0.0.1", rejectUnauthorized: false });
let text = "";
const until = (mark: string) =>
  new Promise<void>((resolve) => {
    const look = () => void (text.includes(mark) && (socket.off("data", look), resolve()));
    socket.on("data", look);
    look();
  });
socket.on("data", (bytes) => {
  text += bytes.toString("latin1");
});
socket.write(
  "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
);
await until("hello");
socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69]));
await until("echo hi");
console.log(text.split("\r\n")[0], JSON.stringify(text.split("\r\n\r\n")[1]));
await server.stop(true);
