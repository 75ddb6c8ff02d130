// @covers Response
// Whatever holds bytes is sent as these, from the part of the buffer that it shows.
import { framing } from "./_framing.ts";
await framing({
  dataView: () => (async function* () { yield new DataView(new Uint8Array([65, 66]).buffer); })(),
  uint16: () => (async function* () { yield new Uint16Array([0x4343]); })(),
  arrayBuffer: () => (async function* () { yield new Uint8Array([68]).buffer; })(),
  subarray: () => (async function* () { yield new Uint8Array([69, 70, 71, 72]).subarray(1, 3); })(),
  buffer: () => (async function* () { yield Buffer.from("buffer"); })(),
  unicode: () => (async function* () { yield "ü"; yield "日本"; yield "😀"; })(),
  streamViews: () => new ReadableStream({ start(c) { c.enqueue(new Uint8Array([65]).buffer); c.enqueue(Buffer.from("b")); c.enqueue(new Uint16Array([0x4343])); c.close(); } }),
});
