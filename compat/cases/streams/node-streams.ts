// @covers Response
// Node's readable streams as bodies.
import { PassThrough, Readable } from "node:stream";
import { framing, pause } from "./_framing.ts";
await framing({
  from: () => Readable.from(["a", "b"]),
  fromLate: () => Readable.from((async function* () { yield "a"; await pause(); yield "b"; })()),
  read: () => { let n = 0; return new Readable({ read() { this.push(n++ < 3 ? `x${n}` : null); } }); },
  passThrough: () => { const p = new PassThrough(); p.write("a"); p.end("b"); return p; },
  passThroughLate: () => { const p = new PassThrough(); p.write("a"); setTimeout(() => p.end("b"), 10); return p; },
  toWeb: () => Readable.toWeb(Readable.from([Buffer.from("a"), Buffer.from("b")])),
});
