// @covers Response
// Objects with an async iterator.
import { framing } from "./_framing.ts";
await framing({
  object: () => ({ async *[Symbol.asyncIterator]() { yield "x"; yield "y"; } }),
  handMade: () => { let n = 0; return { [Symbol.asyncIterator]: () => ({ next: async () => (n++ < 2 ? { done: false, value: `h${n}` } : { done: true, value: undefined }) }) }; },
  generatorFunction: () => async function* () { yield "f"; yield "g"; },
});
