import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { browserText } from "../../../src/serve/html/browser-text.js";

const circular: { self?: unknown } = {};
circular.self = circular;

describe("browserText", () => {
  it.each<[unknown, string]>([
    ["it's\n", "it's\n"],
    [["it's\n", '"', "\\"], "[ 'it\\'s\\n', '\"', '\\\\' ]"],
    [-0, "-0"],
    [1n, "1n"],
    [Symbol("s"), "Symbol(s)"],
    [undefined, "undefined"],
    [null, "null"],
    [() => 1, "[Function: <anonymous>]"],
    [async function f() {}, "[AsyncFunction: f]"],
    [[1, [2, [3, []]]], "[ 1, [ 2, [Array] ] ]"],
    [{ a: { b: { c: 1 } } }, "{ a: { b: [Object] } }"],
    [{ "a-b": 1, c: "d", [Symbol("x")]: 2 }, "{ 'a-b': 1, c: 'd' }"],
    [Object.assign(new Array(3), { 0: 1, 2: 2 }), "[ 1, empty, 2 ]"],
    [Object.assign([1], { more: true }), "[ 1, more: true ]"],
    [Array.from({ length: 102 }, () => 0), `[ ${"0, ".repeat(100)}... 2 more items ]`],
    [[], "[]"],
    [{}, "{}"],
    [new Map([["k", { v: 1 }]]), "Map { 'k' => { v: 1 } }"],
    [new Set([1]), "Set { 1 }"],
    [new WeakMap(), "WeakMap { ... }"],
    [Promise.resolve(), "Promise { ... }"],
    [new Uint8Array([1, 2]), "Uint8Array [ 1, 2 ]"],
    [new Date(0), "1970-01-01T00:00:00.000Z [Date]"],
    [new Date(Number.NaN), "Invalid Date"],
    [[/r/g], "[ /r/g ]"],
    [circular, "{ self: [Circular] }"],
    [Object.create(null), "{}"],
    [
      new (class Foo {
        x = 1;
      })(),
      "Foo { x: 1 }",
    ],
    [
      {
        get a() {
          return 1;
        },
        set b(_: number) {},
        get c() {
          return 1;
        },
        set c(_: number) {},
      },
      "{ a: [Getter], b: [Setter], c: [Getter/Setter] }",
    ],
    [{ a: "x".repeat(50), b: "y".repeat(50) }, `{\n  a: '${"x".repeat(50)}',\n  b: '${"y".repeat(50)}'\n}`],
  ])("shows %o", (value, text) => {
    expect(browserText([value])).toBe(text);
  });

  it("puts values side by side, and takes none of them for a format", () => {
    expect(browserText(["%s", 1, { a: 1 }])).toBe("%s 1 { a: 1 }");
    expect(browserText([])).toBe("");
  });

  it("shows errors with their calls, and survives members that throw", () => {
    expect(browserText([new Error("boom")])).toMatch(/^Error: boom\n {4}at /);
    const host = Object.create({
      get broken() {
        throw new Error("x");
      },
    });
    expect(browserText([host])).toBe("{ broken: undefined }");
  });

  it("needs nothing of its file", () => {
    expect(runInNewContext(`(${browserText.toString()})([{ a: [1] }])`)).toBe("{ a: [ 1 ] }");
  });
});
