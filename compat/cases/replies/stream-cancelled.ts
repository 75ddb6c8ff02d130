// @covers Response, ReadableStream
// A client that leaves cancels the stream.
import net from "node:net";
const cancelled = Promise.withResolvers<string>();
const server = Bun.serve({
  port: 0,
  fetch(req) {
    let aborted = false;
    req.signal.addEventListener("abort", () => { aborted = true; });
    return new Response(new ReadableStream({
      async pull(c) { await new Promise((r) => setTimeout(r, 5)); c.enqueue("tick "); },
      cancel() { setTimeout(() => cancelled.resolve(`cancelled, signal ${aborted}`), 20); },
    }));
  },
});
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
socket.once("data", () => socket.destroy());
console.log(await cancelled.promise);
await server.stop(true);
