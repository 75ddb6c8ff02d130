import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentRange, readRange } from "../../src/serve/byte-range.js";

describe("readRange", () => {
  it.each([
    "",
    "bytes",
    "bytes=",
    "bytes=-",
    "bytes=a-b",
    "bytes=0-1,3-4",
    "items=0-1",
    "bytes=5-2",
    "bytes=1.5-2",
  ])("takes the whole content for %j", (field) => {
    expect(readRange(field, 10)).toBeNull();
  });

  it.each(["bytes=10-", "bytes=10-20", "bytes=-0"])("finds %j unsatisfiable", (field) => {
    expect(readRange(field, 10)).toBe("unsatisfiable");
  });

  it("takes the whole content for numbers that no 64 bits hold", () => {
    expect(readRange(`bytes=${2n ** 64n}-`, 10)).toBeNull();
    expect(readRange(`bytes=0-${2n ** 64n - 1n}`, 10)).toEqual({ start: 0, end: 10 });
  });

  it("never leaves the content", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.option(fc.nat(60)), fc.option(fc.nat(60)), (size, first, last) => {
        const range = readRange(`bytes=${first ?? ""}-${last ?? ""}`, size);
        if (range === null || range === "unsatisfiable") return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe("contentRange", () => {
  it("names the last byte, and the size where it is told", () => {
    expect(contentRange({ start: 2, end: 6 }, 10)).toBe("bytes 2-5/10");
    expect(contentRange({ start: 2, end: 6 }, "*")).toBe("bytes 2-5/*");
  });
});
