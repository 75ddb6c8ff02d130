// @covers Statement.get
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:");
const kinds = db.prepare("SELECT ? AS value, typeof(?1) AS kind");
const values = [1, 1.5, -0, 2 ** 40, true, false, null, "text", "it's \u00e9\u{1f600}", "", NaN, Infinity, 5n, 2n ** 64n];
for (const value of values) show(kinds.get(value));
for (const bytes of [new Uint8Array([1, 255]), new Uint8Array(0), new Float32Array([1]), new ArrayBuffer(2)]) {
  show(kinds.get(bytes));
}
show(kinds.get(new DataView(new ArrayBuffer(3), 1)), kinds.get(Buffer.from("hi")));
for (const value of [() => 1, Symbol("s"), new Map(), new Date(0)]) attempt("refused", () => Reflect.apply(kinds.get, kinds, [value]));
