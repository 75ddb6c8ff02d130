// @covers ReadableStream
// What the controller of a direct stream returns.
import { framing, pause } from "./_framing.ts";
await framing({
  counts: () => new ReadableStream({ type: "direct", async pull(c: any) {
    const written = [c.write("ab"), c.write("é"), c.write(new Uint8Array(3))];
    const flushed = await c.flush();
    const again = await c.flush();
    await pause();
    c.write(JSON.stringify({ written, flushed, again }));
    c.close();
  } } as any),
});
