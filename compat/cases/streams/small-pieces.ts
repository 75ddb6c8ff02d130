// @covers Response
// Pieces that together are smaller than 256 bytes wait for each other.
import { framing } from "./_framing.ts";
await framing({
  under: () => (async function* () { yield "x".repeat(255); })(),
  exactly: () => (async function* () { yield "x".repeat(256); })(),
  sumUnder: () => (async function* () { yield "x".repeat(200); yield "x".repeat(55); })(),
  sumOver: () => (async function* () { yield "x".repeat(200); yield "x".repeat(56); })(),
  inUtf8: () => (async function* () { yield "é".repeat(127); })(),
  inUtf8Over: () => (async function* () { yield "é".repeat(128); })(),
  streamUnder: () => new ReadableStream({ start(c) { c.enqueue(new Uint8Array(255).fill(120)); c.close(); } }),
  streamOver: () => new ReadableStream({ start(c) { c.enqueue(new Uint8Array(256).fill(120)); c.close(); } }),
});
