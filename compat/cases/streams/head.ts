// @covers Response
// HEAD: the framing that GET would have begun with; the stream is cancelled.
import { framing } from "./_framing.ts";
await framing({
  stream: () => new ReadableStream({ start(c) { c.enqueue("a"); }, cancel(reason) { console.log("cancelled", reason); } }),
  lazy: () => new ReadableStream({ cancel(reason) { console.log("cancelled", reason); } }),
  empty: () => new ReadableStream({ start(c) { c.close(); } }),
  generator: () => (async function* () { try { yield "a"; } finally { console.log("never begun"); } })(),
  iterable: () => ({ [Symbol.asyncIterator]: () => ({ async next() { return { done: true, value: undefined }; }, async return(value: unknown) { console.log("returned", value); return { done: true, value }; } }) }),
  direct: () => new ReadableStream({ type: "direct", pull(c: any) { c.write("a"); c.close(); }, cancel() { console.log("cancelled"); } } as any),
}, "HEAD");
