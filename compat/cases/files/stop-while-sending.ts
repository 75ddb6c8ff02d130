// @covers Server.stop
import net from "node:net";
import { folder, put } from "./_reply.ts";

const file = put(`${folder()}/big.bin`, new Uint8Array(8 * 1024 * 1024));
const server = Bun.serve({ port: 0, routes: { "/": Bun.file(file) } });
const socket = net.connect(Number(server.port), "127.0.0.1");
let received = 0;
socket.write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
await new Promise<void>((resolve) =>
  socket.once("data", (piece) => {
    received += piece.length;
    socket.pause();
    resolve();
  }),
);
const stopped = server.stop();
socket.on("data", (piece) => {
  received += piece.length;
});
const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
socket.resume();
await Promise.all([closed, stopped]);
console.log(received > 8 * 1024 * 1024, received < 8 * 1024 * 1024 + 1000);
