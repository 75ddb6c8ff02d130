// @covers Headers
// All of an init is converted to text before any of it is judged.
import { attempt } from "../../client.ts";

const boom = { toString() { throw new RangeError("boom"); } } as any;
const from = (init: any) => () => [...new Headers(init)];
await attempt("a pair too short, then a symbol", from([["a"], [Symbol("s"), "x"]]));
await attempt("a pair too short, then no pair", from([["a"], 5]));
await attempt("a bad name, then a pair too short", from([["a b", "x"], ["a"]]));
await attempt("a bad name, a value that throws", from([["a b", boom]]));
await attempt("a record: a bad name, a value that throws", from({ "a b": boom }));
await attempt("a record: a bad name, then a symbol", from({ "a b": "x", [Symbol("s")]: "1" }));
await attempt("getters in order", () => {
  const log: string[] = [];
  new Headers({ get b() { log.push("b"); return "1"; }, get a() { log.push("a"); return "2"; } });
  return log;
});
for (const method of [undefined, null, 5, {}, "x", false]) {
  await attempt(`Symbol.iterator ${String(method)}`, from({ [Symbol.iterator]: method, a: "1" }));
  await attempt(`Symbol.iterator of a pair ${String(method)}`, from([{ [Symbol.iterator]: method, 0: "a", 1: "1", length: 2 }]));
}
await attempt("an iterator that is none", from({ [Symbol.iterator]: () => 5 }));
await attempt("an iterator without next", from({ [Symbol.iterator]: () => ({}) }));
await attempt("pairs that are sets", from([new Set(["a", "b"])]));
await attempt("pairs that are texts", from(["ab"]));
await attempt("a generator", from((function* () { yield ["a", "1"]; yield ["b", "2"]; })()));
await attempt("a function with members", from(Object.assign(() => {}, { a: "1" })));
await attempt("an array-like", from({ length: 1, 0: ["a", "b"] }));
await attempt("closes the iterator when it fails", () => {
  let closed = false;
  let step = 0;
  const iterator = { next: () => ({ value: step++ === 0 ? ["a", "b"] : 5, done: false }), return: () => { closed = true; return {}; } };
  try {
    new Headers({ [Symbol.iterator]: () => iterator } as any);
  } catch {}
  return closed;
});
for (const name of ["content-type", "Content-TYPE", "set-cookie", "x-A"]) {
  for (const method of ["set", "append"] as const) {
    await attempt(`${method} ${name}`, () => new Headers()[method](name, "a\nb"));
    await attempt(`${method} bad name and value`, () => new Headers()[method](`${name} `, boom));
  }
}
class Own extends Headers {
  override get(): string { return "own"; }
}
await attempt("a class of its own", () => [[...new Headers(new Own({ a: "1" }))], new Own({ a: "1" }).get(), Object.prototype.toString.call(new Own())]);
await attempt("Headers with an iterator of their own", () => {
  const headers: any = new Headers({ a: "1" });
  headers[Symbol.iterator] = function* () { yield ["z", "9"]; };
  return [...new Headers(headers)];
});
