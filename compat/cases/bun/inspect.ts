// @covers Bun.inspect
import { print } from "./_print.ts";

class Point {
  x = 1;
  y = "z";
}
class Child extends Point {
  method() {}
  get getter() {
    return 1;
  }
}
const circular: Record<string, unknown> = { a: {} };
circular["self"] = circular;
circular["list"] = [circular];
const values: unknown[] = [
  1, -0, NaN, 1n, 1e21, 0.1, "a'b\"c\nd", true, null, undefined, Symbol("x"), () => 1, function named() {}, class A {}, class B extends Array {}, async () => {}, function* () {}, Math.max,
  [], [1, 2, 3], ["a", "b"], [[1, 2], 3], [1, [2, [3]]], [{ a: 1, b: 2 }, { a: 3 }], [null, {}], [null, { a: 1 }], [undefined, null], [, 1], [1, , , 3], [() => 1], [new Date(0)], [/a/], Object.assign([1], { x: 2 }), Array.from({ length: 150 }, (_, index) => index), Array(10).fill("abcdefgh"), Array(11).fill(1), ["x".repeat(100)], ["x".repeat(90), 1, 2], Array(10).fill(undefined), Array.from({ length: 3 }, (_, i) => ({ i })),
  {}, { a: 1 }, { a: { b: { c: { d: { e: 1 } } } } }, { a: [1, 2], b: [[1]], c: [{ x: 1 }] }, { k: Array(9).fill("abcdefgh") }, { "a-b": 1, 2: 3, "": 4, $a: 5, ünï: 6, [Symbol("s")]: 7 }, { get a() { return 1; }, set b(_value: number) {}, get c() { return 1; }, set c(_value: number) {} },
  new Point(), new Child(), [new Point()], Object.create(null), Object.assign(Object.create({ inherited: 1 }), { own: 2 }), new (class {})(), { [Symbol.toStringTag]: "Tag", a: 1 },
  new Map<unknown, unknown>([[1, { a: 2 }], ["k", new Map([[1, 2]])], [{ a: 1 }, [1]]]), new Set<unknown>([1, "a", [1, 2], { a: 1 }]), new Map(), new Set(), new WeakMap(), new WeakSet(),
  new Date(0), new Date(NaN), /x/g, new Number(3), new String("x"), new Boolean(false), Promise.resolve(1), new Promise(() => {}),
  new Uint8Array([1, 2]), new Uint8Array(0), new Uint8Array(30), new Float32Array([1.5]), new BigInt64Array(2), new ArrayBuffer(2), new DataView(new ArrayBuffer(1)), Buffer.from("ab"), { u: new Uint8Array(3), b: Buffer.from("x") },
  new URLSearchParams("a=1&b=2"), new URL("http://x/a?b=1"), new Blob(["abc"]), circular,
  { [Bun.inspect.custom]: () => "custom" }, { [Bun.inspect.custom]: () => ({ x: 1 }) }, { x: { [Bun.inspect.custom]: (depth: number) => depth } },
];
for (const [index, value] of values.entries()) print(String(index), Bun.inspect(value));
const deep = { a: { b: { c: [[1]] } }, m: new Map([[1, { b: 1 }]]) };
for (const depth of [0, 1, 2, 3]) print(`depth ${depth}`, Bun.inspect(deep, { depth }));
print("compact", Bun.inspect({ a: { b: [1, { c: 2 }] }, m: new Map([[1, 2]]), s: new Set([1]), e: {} }, { compact: true }));
print("sorted", Bun.inspect({ b: 1, a: 2 }, { sorted: true }));
print("custom", String(Bun.inspect.custom));
