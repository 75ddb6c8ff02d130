// @covers Response, ReadableStream
// A source is not asked for more than the client takes.
import net from "node:net";
for (const kind of ["stream", "generator"]) {
  let bytes = 0;
  const piece = new Uint8Array(64 * 1024);
  const server = Bun.serve({
    port: 0,
    fetch: () => new Response(kind === "stream"
      ? new ReadableStream({ pull(c) { bytes += piece.length; c.enqueue(piece); } })
      : (async function* () { for (;;) { bytes += piece.length; yield piece; } })() as any),
  });
  const socket = net.connect(server.port!, "127.0.0.1");
  socket.pause();
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 400));
  const before = bytes;
  await new Promise((resolve) => setTimeout(resolve, 200));
  console.log(kind, "stands still:", bytes === before, "within 40 MB:", bytes > 0 && bytes < 40_000_000);
  socket.destroy();
  await server.stop(true);
}
