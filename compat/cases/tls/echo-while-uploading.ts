// @covers Serve.tls
// Content and messages that are sent while others come in disturb neither: the streamed echo of an upload, and a
// WebSocket that answers a flood.
import tls from "node:tls";
import { frame } from "../../frames.ts";
import { certificate } from "./_tls.ts";

const SIZE = 4_000_000;
const server: any = Bun.serve({
  port: 0,
  tls: certificate(""),
  fetch: (request, server) => (server.upgrade(request) ? undefined : new Response(request.body)) as any,
  websocket: { message: (ws, message) => void ws.send(message) },
});

/** How many bytes `x` come back before the connection ends, or all have come. */
function echo(send: (socket: tls.TLSSocket) => void): Promise<string> {
  return new Promise((resolve) => {
    const socket = tls.connect({ port: server.port, host: "127.0.0.1", rejectUnauthorized: false });
    let count = 0;
    const done = (why: string): void => {
      socket.destroy();
      resolve(why === "all" ? why : `${why} after ${count}`);
    };
    socket.on("data", (bytes: Buffer) => {
      for (const byte of bytes) if (byte === 120) count++;
      if (count >= SIZE) done("all");
    });
    socket.on("error", () => done("error"));
    socket.on("end", () => done("end"));
    send(socket);
  });
}

console.log(
  await echo((socket) => {
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${SIZE}\r\n\r\n`);
    socket.write(Buffer.alloc(SIZE, "x"));
  }),
);
console.log(
  await echo((socket) => {
    socket.write(
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    socket.once("data", () => {
      const message = frame("binary", Buffer.alloc(SIZE / 400, "x"));
      for (let i = 0; i < 400; i++) socket.write(message);
    });
  }),
);
server.stop(true);
