import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocUnsafe, concatArrayBuffers } from "../../src/bun/array-buffers.js";

describe("Bun.allocUnsafe", () => {
  it("refuses sizes that are none", () => {
    expect(() => allocUnsafe(-1)).toThrow(RangeError);
    expect(() => Reflect.apply(allocUnsafe, undefined, ["3"])).toThrow(TypeError);
  });

  it("has memory of its own", () => {
    expect(allocUnsafe(5).buffer.byteLength).toBe(5);
  });
});

describe("Bun.concatArrayBuffers", () => {
  it("refuses text", () => {
    expect(() => Reflect.apply(concatArrayBuffers, undefined, [["a"]])).toThrow("Expected TypedArray");
  });

  it("joins and cuts like Buffer.concat", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), fc.integer({ min: 0, max: 40 }), (pieces, most) => {
        const joined = Buffer.concat(pieces);
        expect(Buffer.from(concatArrayBuffers(pieces))).toEqual(joined);
        expect(Buffer.from(concatArrayBuffers(pieces, most, true))).toEqual(joined.subarray(0, most));
      }),
    );
  });
});
