// @covers Serve.UnixServeOptions.websocket
import net from "node:net";

const server = Bun.serve({
  unix: "app.sock",
  fetch: (request, server) => (server.upgrade(request) ? undefined : new Response("no")),
  websocket: {
    open: (ws) => void ws.send(`hello ${ws.remoteAddress}`),
    message: (ws, message) => void ws.send(`echo ${message}`),
  },
});
const socket = net.connect("app.sock");
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
console.log(text.split("\r\n")[0], JSON.stringify(text.split("\r\n\r\n")[1]), server.pendingWebSockets);
await server.stop(true);
