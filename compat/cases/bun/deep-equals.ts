// @covers Bun.deepEquals
// @covers Bun.deepMatch
import { attempt, print } from "./_print.ts";

class A { x = 1; }
class B { x = 1; }
const cycle = () => {
  const value: Record<string, unknown> = {};
  value["self"] = value;
  return value;
};
const pairs: [string, unknown, unknown][] = [
  ["numbers", 1, 1], ["number and text", 1, "1"], ["NaN", NaN, NaN], ["zeros", 0, -0], ["arrays", [1, 2], [1, 2]], ["lengths", [1, 2], [1]], ["undefined member", { a: 1 }, { a: 1, b: undefined }], ["other undefined members", { a: undefined }, { b: undefined }], ["holes", [undefined], [,]],
  ["dates", new Date(0), new Date(0)], ["other dates", new Date(0), new Date(1)], ["patterns", /a/g, /a/g], ["flags", /a/, /a/g], ["maps", new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])], ["object keys", new Map([[{ a: 1 }, 1]]), new Map([[{ a: 1 }, 1]])], ["other keys", new Map([[1, undefined]]), new Map([[2, undefined]])], ["sets", new Set([{ a: 1 }]), new Set([{ a: 1 }])], ["order of sets", new Set([1, 2]), new Set([2, 1])],
  ["classes", new A(), new B()], ["class and object", new A(), { x: 1 }], ["no prototype", Object.create(null), {}], ["array and object", [], {}], ["boxed", "a", new String("a")], ["both boxed", new String("a"), new String("a")], ["errors", new Error("a"), new Error("a")], ["kinds of errors", new Error("a"), new TypeError("a")], ["messages", new Error("a"), new Error("b")], ["causes", new Error("a", { cause: 1 }), new Error("a", { cause: 2 })], ["error members", Object.assign(new Error("a"), { code: 1 }), new Error("a")],
  ["bytes", new Uint8Array([1]), new Uint8Array([1])], ["kinds of bytes", new Uint8Array([1]), new Int8Array([1])], ["buffers", new ArrayBuffer(1), new ArrayBuffer(1)], ["Buffer", Buffer.from("a"), new Uint8Array([97])], ["float NaN", new Float64Array([NaN]), new Float64Array([NaN])], ["float zeros", new Float32Array([0]), new Float32Array([-0])],
  ["functions", () => 1, () => 1], ["null", null, undefined], ["symbol keys", { [Symbol.for("x")]: 1 }, { [Symbol.for("x")]: 2 }], ["array members", Object.assign([1], { a: 1 }), [1]], ["urls", new URL("http://a"), new URL("http://a")], ["other urls", new URL("http://a"), new URL("http://b")], ["headers", new Headers({ a: "1" }), new Headers({ a: "1" })], ["other headers", new Headers({ a: "1" }), new Headers({ a: "2" })], ["parameters", new URLSearchParams("a=1"), new URLSearchParams("a=2")], ["getters", { get a() { return 1; } }, { a: 1 }], ["order", { a: 1, b: 2 }, { b: 2, a: 1 }], ["nested", { a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } }], ["cycles", cycle(), cycle()],
];
for (const [name, a, b] of pairs) print(name, [Bun.deepEquals(a, b), Bun.deepEquals(b, a), Bun.deepEquals(a, b, true), Bun.deepEquals(b, a, true)]);
await attempt("one value", () => (Bun.deepEquals as (a: unknown) => unknown)(1));
const matches: [unknown, unknown][] = [[{ a: 1 }, { a: 1, b: 2 }], [{ a: 1, b: 2 }, { a: 1 }], [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }], [[1], [1, 2]], [{}, { a: 1 }], [{ a: undefined }, {}], [{ a: [1, 2] }, { a: [1, 2, 3] }], [{ a: [{ x: 1 }] }, { a: [{ x: 1, y: 2 }] }], [{ a: "1" }, { a: 1 }], [[], {}], [{}, []], [{ length: 1 }, [1]], [1, 1], [null, {}], [{}, null]];
for (const [subset, object] of matches) await attempt(`match ${JSON.stringify(subset)} ${JSON.stringify(object)}`, () => Bun.deepMatch(subset as object, object as object));
