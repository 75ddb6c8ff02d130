// @covers ServerWebSocket.send, ServerWebSocket.sendText, ServerWebSocket.sendBinary
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const shared = new SharedArrayBuffer(3);
new Uint8Array(shared).set([7, 8, 9]);
const values: Record<string, () => unknown> = {
  text: () => "text",
  "empty text": () => "",
  umlauts: () => "gr\u00fc\u00df",
  emoji: () => "\u{1F600}",
  "lone surrogate": () => "a\ud800b",
  "string object": () => new String("boxed"),
  Uint8Array: () => bytes.subarray(2, 5),
  "empty Uint8Array": () => new Uint8Array(0),
  Uint16Array: () => new Uint16Array(bytes.buffer, 2, 2),
  Float64Array: () => new Float64Array([1.5]),
  DataView: () => new DataView(bytes.buffer, 1, 2),
  ArrayBuffer: () => bytes.buffer.slice(0, 2),
  SharedArrayBuffer: () => shared,
  "view of shared": () => new Uint8Array(shared, 1),
  Buffer: () => Buffer.from("buffer"),
  Blob: () => new Blob(["blob"]),
  "empty Blob": () => new Blob([]),
  "Blob of parts": () => new Blob(["a", new Uint8Array([66])], { type: "text/plain" }),
  number: () => 5,
  zero: () => 0,
  boolean: () => true,
  false: () => false,
  bigint: () => 5n,
  null: () => null,
  undefined: () => undefined,
  object: () => ({ a: 1 }),
  "object with toString": () => ({ toString: () => "shown" }),
  array: () => [1, 2],
  symbol: () => Symbol("s"),
  date: () => new Date(0),
  Response: () => new Response("x"),
  promise: () => Promise.resolve("x"),
};
for (const method of ["send", "sendText", "sendBinary"]) {
  console.log(`--- ${method}`);
  for (const [name, value] of Object.entries(values)) {
    await attempt(name, () => ws[method](value()));
    ws.send("|");
    const frames: string[] = [];
    for (;;) {
      const next = await client.next();
      if (next === 'text "|"' || next.startsWith("<")) break;
      frames.push(next);
    }
    if (frames.length > 0) console.log("  ", frames.join(", "));
  }
  await attempt("nothing", () => ws[method]());
}
client.destroy();
server.stop(true);
