// @covers Response, ReadableStream
import { framing, pause } from "./_framing.ts";
await framing({
  started: () => new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([65])); c.enqueue(new Uint8Array([66])); c.close(); } }),
  pulled: () => { let n = 0; return new ReadableStream({ type: "bytes", pull(c) { n++ < 2 ? c.enqueue(new Uint8Array([65])) : c.close(); } }); },
  later: () => { let n = 0; return new ReadableStream({ type: "bytes", async pull(c) { await pause(); n++ < 2 ? c.enqueue(new Uint8Array([65])) : c.close(); } }); },
});
