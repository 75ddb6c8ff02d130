import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepEquals, deepMatch } from "../../src/bun/deep-equals.js";

const values = fc.anything({
  withMap: true,
  withSet: true,
  withDate: true,
  withTypedArray: true,
  withBigInt: true,
});

describe("Bun.deepEquals", () => {
  it("needs two values", () => {
    expect(() => Reflect.apply(deepEquals, undefined, [1])).toThrow("Expected 2 values to compare");
  });

  it("tells different values apart", () => {
    expect(deepEquals({ a: 1 }, { a: 2 })).toBe(false);
    expect(deepEquals([1, 2], [1])).toBe(false);
    expect(deepEquals(new Date(0), new Date(1))).toBe(false);
    expect(deepEquals(new Map([[1, undefined]]), new Map([[2, undefined]]))).toBe(false);
    expect(deepEquals(0, -0)).toBe(false);
  });

  it("agrees with Node on plain data", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(deepEquals(a, b, true)).toBe(isDeepStrictEqual(a, b));
        expect(deepEquals(structuredClone(a), a)).toBe(true);
      }),
    );
  });

  it("is reflexive and symmetric", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(deepEquals(a, a, true)).toBe(true);
        expect(deepEquals(a, b)).toBe(deepEquals(b, a));
      }),
    );
  });

  it("overlooks undefined members unless strict", () => {
    expect(deepEquals({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(deepEquals({ a: 1 }, { a: 1, b: undefined }, true)).toBe(false);
  });

  it("survives cycles", () => {
    const a: Record<string, unknown> = {};
    a["self"] = a;
    const b: Record<string, unknown> = {};
    b["self"] = b;
    expect(deepEquals(a, b)).toBe(true);
  });
});

describe("Bun.deepMatch", () => {
  it("needs two objects", () => {
    expect(() => deepMatch(1, {})).toThrow("Expected 2 objects to match");
  });

  it("looks only for what the subset has", () => {
    expect(deepMatch({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toBe(true);
    expect(deepMatch({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(deepMatch({ a: [1] }, { a: [1, 2] })).toBe(false);
  });
});
