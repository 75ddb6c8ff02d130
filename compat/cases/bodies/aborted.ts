// @covers Request
// A client that leaves in the middle of its body: the pending read is refused.
import net from "node:net";
for (const how of ["text", "json", "bytes", "stream"]) {
  const ended = Promise.withResolvers<string>();
  const server = Bun.serve({
    port: 0,
    async fetch(req: any) {
      setTimeout(() => socket.destroy(), 10);
      try {
        if (how === "stream") for await (const _ of req.body) { /* until it breaks */ }
        else await req[how]();
        ended.resolve("finished");
      } catch (error: any) {
        ended.resolve(`${error.constructor.name} ${error.name} ${error.code} ${error.message} aborted ${req.signal.aborted}`);
      }
      return new Response("x");
    },
  });
  const socket = net.connect(server.port!, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf");
  console.log(how, await ended.promise);
  await server.stop(true);
}
