import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspect } from "../../../src/bun/inspect/inspect.js";

describe("Bun.inspect", () => {
  it("survives cycles, getters that throw, and proxies", () => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    expect(inspect(circular)).toBe("{\n  self: [Circular],\n}");
    const throwing = {
      get a(): number {
        throw new Error("never called");
      },
    };
    expect(inspect(throwing)).toBe("{\n  a: [Getter],\n}");
    expect(inspect(new Proxy([1], {}))).toBe("[ 1 ]");
  });

  it("prints any value", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withMap: true,
          withSet: true,
          withDate: true,
          withNullPrototype: true,
          withTypedArray: true,
          withSparseArray: true,
        }),
        (value) => {
          expect(typeof inspect(value)).toBe("string");
          expect(inspect(value, { compact: true, depth: 100 })).not.toContain("\n");
        },
      ),
    );
  });

  it("breaks lines where Bun does", () => {
    expect(inspect({ a: [1, 2], b: [[1]] })).toBe("{\n  a: [ 1, 2 ],\n  b: [\n    [ 1 ]\n  ],\n}");
    expect(inspect([{ a: 1 }, { a: 2 }])).toBe("[\n  {\n    a: 1,\n  }, {\n    a: 2,\n  }\n]");
  });

  it("stops at the depth", () => {
    expect(inspect({ a: { b: [1] } }, { depth: 1, compact: true })).toBe("{ a: { b: [Array ...] } }");
  });

  it("lets objects speak for themselves", () => {
    expect(inspect({ [inspect.custom]: () => "own" })).toBe("own");
  });
});

describe("Bun.inspect.table", () => {
  it("prints nothing for what is no object", () => {
    expect(inspect.table("x")).toBe("");
  });

  it("aligns columns by their width on a terminal", () => {
    expect(inspect.table([{ a: "日本" }, { a: 1 }])).toBe(
      "┌───┬──────┐\n│   │ a    │\n├───┼──────┤\n│ 0 │ 日本 │\n│ 1 │ 1    │\n└───┴──────┘\n",
    );
  });
});
