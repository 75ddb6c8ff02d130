// @covers Response
// A Content-Length or Transfer-Encoding of the handler's does not frame a stream.
import { framing, pause } from "./_framing.ts";
await framing({
  right: () => new Response(new ReadableStream({ async pull(c) { await pause(); c.enqueue("x".repeat(300)); c.close(); } }), { headers: { "content-length": "300" } }),
  wrong: () => new Response((async function* () { yield "x".repeat(300); })() as any, { headers: { "content-length": "7" } }),
  small: () => new Response((async function* () { yield "a"; await pause(); yield "b"; })() as any, { headers: { "content-length": "2" } }),
  chunked: () => new Response((async function* () { yield "a"; await pause(); yield "b"; })() as any, { headers: { "transfer-encoding": "chunked" } }),
});
