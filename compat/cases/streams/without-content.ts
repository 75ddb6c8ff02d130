// @covers Response
// Statuses without content: the stream is not read but cancelled.
import { framing } from "./_framing.ts";
const answer = (status: number) => () => new Response(new ReadableStream({ start(c) { c.enqueue("a"); }, cancel() { console.log(status, "cancelled"); } }), { status });
await framing({ reset: answer(205), empty: answer(204), same: answer(304) });
