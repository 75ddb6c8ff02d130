// @covers Response
// Streams through other streams.
import { framing } from "./_framing.ts";
await framing({
  identity: () => new Response("abc").body!.pipeThrough(new TransformStream()),
  upper: () => new Response("abc").body!.pipeThrough(new TextDecoderStream()).pipeThrough(new TransformStream({ transform(text, c) { c.enqueue(text.toUpperCase()); } })),
  tee: () => new Response("abc").body!.tee()[0],
  clone: () => new Response(new ReadableStream({ start(c) { c.enqueue("a"); c.close(); } })).clone(),
});
