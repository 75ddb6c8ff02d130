// @covers Response
// Large pieces, and many of them.
import { framing } from "./_framing.ts";
await framing({
  one: () => (async function* () { yield "x".repeat(2_000_000); })(),
  bytes: () => (async function* () { yield new Uint8Array(1_000_000).fill(120); })(),
  hundred: () => (async function* () { for (let i = 0; i < 100; i++) yield "x".repeat(1000); })(),
  thousands: () => (async function* () { for (let i = 0; i < 5000; i++) yield "xy"; })(),
  mixed: () => (async function* () { yield "x".repeat(20_000); yield "y"; yield new Uint8Array(70_000).fill(122); yield "end"; })(),
  stream: () => { let n = 0; return new ReadableStream({ pull(c) { n++ < 64 ? c.enqueue(new Uint8Array(65_536).fill(120)) : c.close(); } }); },
});
