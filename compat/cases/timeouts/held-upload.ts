// @covers Serve.Options.idleTimeout
// A client that is held back by a slow handler is not silent.
import net from "node:net";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 30, async fetch(req: Request) {
  const reader = req.body!.getReader();
  let read = (await reader.read()).value!.length;
  await new Promise((resolve) => setTimeout(resolve, 14_000));
  for (let step = await reader.read(); !step.done; step = await reader.read()) read += step.value.length;
  return new Response(String(read));
} });
const size = 16 * 1024 * 1024;
const socket = net.connect(server.port!, "127.0.0.1");
socket.on("error", () => {});
const reply = new Promise<string>((resolve) => { socket.once("data", (bytes) => resolve(String(bytes))); socket.once("close", () => resolve("<closed>")); });
socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`);
socket.write(Buffer.alloc(size));
console.log((await reply).endsWith(String(size)));
socket.destroy();
await server.stop(true);
