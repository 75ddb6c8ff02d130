// @covers Response
// Streams that were read, or are being read, are no bodies.
import { attempt } from "../../client.ts";
const stream = () => new ReadableStream({ start(c) { c.enqueue("a"); c.enqueue("b"); c.close(); } });
const locked = stream();
locked.getReader();
await attempt("new Response(locked)", () => new Response(locked) && "made");
const disturbed = stream();
const reader = disturbed.getReader();
await reader.read();
reader.releaseLock();
await attempt("new Response(disturbed)", () => new Response(disturbed) && "made");
