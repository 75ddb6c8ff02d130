// @covers Response
// A piece is on its way before the next one is there.
import net from "node:net";
for (const kind of ["generator", "stream", "direct", "flushed"]) {
  let release = () => {};
  const more = new Promise<void>((resolve) => { release = resolve; });
  const sources: Record<string, () => any> = {
    generator: () => (async function* () { yield "first"; await more; yield "second"; })(),
    stream: () => { let n = 0; return new ReadableStream({ async pull(c) { if (n++ === 0) return c.enqueue("first"); await more; c.enqueue("second"); c.close(); } }); },
    direct: () => new ReadableStream({ type: "direct", async pull(c: any) { c.write("first"); await more; c.write("second"); } } as any),
    flushed: () => new ReadableStream({ type: "direct", async pull(c: any) { c.write("first"); c.flush(); await more; c.write("second"); c.close(); } } as any),
  };
  const server = Bun.serve({ port: 0, fetch: () => new Response(sources[kind]!()) });
  const socket = net.connect(server.port!, "127.0.0.1");
  let text = "";
  socket.on("data", (bytes) => { text += bytes; });
  const has = async (word: string) => { while (!text.includes(word)) await new Promise((resolve) => setTimeout(resolve, 5)); };
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await has("first");
  console.log(kind, "second is there:", text.includes("second"));
  release();
  await has("second");
  await has("0\r\n\r\n");
  console.log(kind, "complete");
  socket.destroy();
  await server.stop(true);
}
