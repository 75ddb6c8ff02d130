// @covers Serve.Options.idleTimeout
// An upload that takes longer than the limit, and never stops.
import net from "node:net";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 5, async fetch(req: Request) { return new Response(String((await req.bytes()).length)); } });
const PIECES = 17;
const piece = Buffer.alloc(128 * 1024);
const socket = net.connect(server.port!, "127.0.0.1");
socket.on("error", () => {});
const reply = new Promise<string>((resolve) => { socket.once("data", (bytes) => resolve(String(bytes))); socket.once("close", () => resolve("<closed>")); });
socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${PIECES * piece.length}\r\n\r\n`);
for (let i = 0; i < PIECES; i++) { socket.write(piece); await new Promise((resolve) => setTimeout(resolve, 500)); }
console.log((await reply).endsWith(String(PIECES * piece.length)));
socket.destroy();
await server.stop(true);
