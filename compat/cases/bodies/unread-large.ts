// @covers Request
// Content that nobody reads does not keep the connection from serving the next request.
import net from "node:net";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(new URL(req.url).pathname) });
const socket = net.connect(server.port!, "127.0.0.1");
let text = "";
socket.on("data", (bytes) => { text += bytes; });
const size = 3_000_000;
socket.write(`POST /first HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`);
await new Promise<void>((resolve) => socket.write(Buffer.alloc(size, 120), () => resolve()));
while (!text.includes("/first")) await new Promise((resolve) => setTimeout(resolve, 5));
await new Promise((resolve) => setTimeout(resolve, 50));
socket.write("GET /second HTTP/1.1\r\nHost: a\r\n\r\n");
while (!text.includes("/second")) await new Promise((resolve) => setTimeout(resolve, 5));
console.log("both answered");
socket.destroy();
await server.stop(true);
