// @covers WebSocket
// The client class between a server's Close frame and the end of the connection.
import crypto from "node:crypto";
import net from "node:net";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const connections: net.Socket[] = [];
const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  connections.push(socket);
  socket.once("data", (request) => {
    const key = /key: (\S+)/i.exec(String(request))?.[1];
    const accept = crypto.createHash("sha1").update(key + GUID).digest("base64");
    socket.write(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.write(Buffer.from([0x81, 1, 65]));
    // The client answers with a frame of its own, and is kept waiting for the end.
    socket.once("data", (frame) => {
      console.log("server got", (frame[0] ?? 0) & 15);
      socket.once("data", (answer) => console.log("server got", (answer[0] ?? 0) & 15));
      socket.once("end", () => {
        console.log("state", client.readyState);
        client.send("late");
        console.log("buffered", client.bufferedAmount > 0);
        socket.end();
      });
      socket.write(Buffer.from([0x88, 5, 0x0f, 0xa1, 98, 121, 101]));
    });
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const client = new WebSocket(`ws://127.0.0.1:${(server.address() as any).port}`);
client.onmessage = ({ data }) => {
  console.log("message", data, client.readyState);
  client.send("hello");
};
await new Promise<void>((resolve) => {
  client.onclose = ({ code, reason, wasClean }) => {
    console.log("close", code, reason, wasClean, client.readyState);
    resolve();
  };
});
for (const socket of connections) socket.destroy();
server.close();
