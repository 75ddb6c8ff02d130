// @covers Response, ReadableStream
// A stream that ends before the first flush is sent with its length, any other in chunks.
import { framing, pause } from "./_framing.ts";
await framing({
  startSync: () => new ReadableStream({ start(c) { c.enqueue("a"); c.enqueue("b"); c.close(); } }),
  startAwaits: () => new ReadableStream({ async start(c) { c.enqueue("a"); await 1; c.enqueue("b"); await 1; c.close(); } }),
  startPauses: () => new ReadableStream({ async start(c) { c.enqueue("a"); await pause(); c.enqueue("b"); c.close(); } }),
  pullSync: () => { let n = 0; return new ReadableStream({ pull(c) { n++ < 3 ? c.enqueue(`p${n}`) : c.close(); } }); },
  pullAwaits: () => { let n = 0; return new ReadableStream({ async pull(c) { await 1; n++ < 3 ? c.enqueue(`p${n}`) : c.close(); } }); },
  pullPauses: () => { let n = 0; return new ReadableStream({ async pull(c) { await pause(); n++ < 3 ? c.enqueue(`p${n}`) : c.close(); } }); },
  lateButOnce: () => new ReadableStream({ async pull(c) { await pause(); c.enqueue("only"); c.close(); } }),
  lateAndEmpty: () => new ReadableStream({ async pull(c) { await pause(); c.close(); } }),
});
