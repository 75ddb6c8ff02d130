import { describe, expect, it } from "vitest";
import { logLine } from "../../../src/bun/inspect/log-line.js";

describe("logLine", () => {
  it("puts text as it is and everything else as Bun shows it, with spaces between", () => {
    expect(logLine(["a", 1, { b: ["c"] }, null])).toBe('a 1 {\n  b: [ "c" ],\n} null');
  });

  it("fills the places of a format, be it the first argument or a later one", () => {
    expect(logLine(["%s is %d of %i", "x", "1.9", 2.5, "rest"])).toBe("x is 1 of 2 rest");
    expect(logLine([1, "%s", "two"])).toBe("1 two");
  });

  it("leaves places alone that no argument is left for, and unknown ones", () => {
    expect(logLine(["%s %s %x", "one"])).toBe("one %s %x");
    expect(logLine(["100%"])).toBe("100%");
  });

  it("moves the lines of objects to the right, those of text not", () => {
    expect(logLine([{ a: 1 }, "x\ny"], { indent: 1 })).toBe("{\n    a: 1,\n  } x\ny");
  });

  it("colours values, but not text, where it is asked to", () => {
    expect(logLine(["a", "%s", "b", 1], { colors: true })).toBe("a b \x1b[33m1\x1b[0m");
  });

  it("prints whatever it is given", () => {
    const hostile = { toString: () => expect.fail(), [Symbol.toPrimitive]: () => Symbol("x") };
    expect(logLine(["%s %d", hostile, 5n])).toBe("[object Object] 5");
  });
});
