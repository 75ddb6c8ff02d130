import { describe, expect, it } from "vitest";
import { framesOf, sourceOf } from "../../../src/bun/inspect/stack.js";

class Shop {
  sell(): Error {
    return new Error("sold out");
  }
}

describe("framesOf", () => {
  it("names what was called without its class, and points at the class of the error", () => {
    const [frame] = framesOf(new Shop().sell());
    expect(frame?.call).toBe("sell");
    expect(
      sourceOf(frame ?? expect.fail())
        ?.lines.at(-1)
        ?.slice((frame?.column ?? 0) - 1),
    ).toBe('Error("sold out");');
  });

  it("knows no frames of what has no stack", () => {
    expect(framesOf(Object.assign(new Error("x"), { stack: undefined }))).toEqual([]);
  });
});

describe("sourceOf", () => {
  it("gives nothing for a file that is gone", () => {
    expect(sourceOf({ call: "f", path: "/nowhere/x.ts", line: 1, column: 1 })).toBeNull();
  });
});
