// @covers Response, ReadableStream
// Direct streams (docs/runtime/streams.mdx).
import { framing, pause } from "./_framing.ts";
const direct = (source: any) => new ReadableStream({ type: "direct", ...source } as any);
await framing({
  closed: () => direct({ pull(c: any) { c.write("a"); c.write("b"); c.close(); } }),
  ended: () => direct({ pull(c: any) { c.write("a"); c.end(); } }),
  resolves: () => direct({ async pull(c: any) { c.write("a"); await 1; c.write("b"); } }),
  pauses: () => direct({ async pull(c: any) { c.write("a"); await pause(); c.write("b"); } }),
  flushes: () => direct({ async pull(c: any) { c.write("a"); c.flush(); c.write("b"); c.end(); } }),
  bytes: () => direct({ pull(c: any) { c.write(new Uint8Array([65, 66])); c.write(new Uint8Array([67]).buffer); c.close(); } }),
  nothing: () => direct({ pull(c: any) { c.close(); } }),
  large: () => direct({ async pull(c: any) { c.write("x".repeat(100_000)); await pause(); c.write("y"); c.close(); } }),
});
