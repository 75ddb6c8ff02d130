// @covers Response
// Async generators: what is yielded within one turn of the loop goes out together.
import { framing, pause } from "./_framing.ts";
await framing({
  twice: () => (async function* () { yield "a"; yield "b"; })(),
  awaits: () => (async function* () { yield "a"; await 1; await 1; yield "b"; })(),
  pauses: () => (async function* () { yield "a"; await pause(); yield "b"; yield "c"; })(),
  pausesFirst: () => (async function* () { await pause(); yield "a"; yield "b"; })(),
  pausesLast: () => (async function* () { yield "a"; await pause(); })(),
  immediate: () => (async function* () { yield "a"; await new Promise((resolve) => setImmediate(resolve)); yield "b"; })(),
  nextTick: () => (async function* () { yield "a"; await new Promise<void>((resolve) => process.nextTick(resolve)); yield "b"; })(),
  returns: () => (async function* () { yield "a"; return "z"; })(),
  nothing: () => (async function* () {})(),
  empties: () => (async function* () { yield ""; yield "a"; yield ""; yield new Uint8Array(0); yield "b"; })(),
  nulls: () => (async function* () { yield "a"; yield null; yield undefined; yield "b"; })(),
});
