import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peek } from "../../src/bun/peek.js";

describe("Bun.peek", () => {
  it("gives back what is pending or no promise", () => {
    const pending = new Promise(() => {});
    // biome-ignore lint/suspicious/noThenProperty: a thenable that is no promise is what this is about
    const thenable = { then() {} };
    expect(peek(pending)).toBe(pending);
    expect(peek(thenable)).toBe(thenable);
    expect(peek(42)).toBe(42);
  });

  it("sees values of every kind, themselves and not copies", () => {
    const object = { a: 1 };
    for (const value of [
      object,
      [object],
      () => 1,
      Symbol("s"),
      10n,
      -0,
      Number.NaN,
      undefined,
      null,
      "text",
    ]) {
      expect(peek(Promise.resolve(value))).toBe(value);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => peek(Promise.resolve(text)) === text),
      { numRuns: 20 },
    );
  });

  it("sees reasons", () => {
    const reason = new Error("no");
    const rejected = Promise.reject(reason);
    rejected.catch(() => {});
    expect(peek(rejected)).toBe(reason);
  });

  it("leaves no trace", () => {
    const before = Reflect.ownKeys(globalThis).length;
    peek(Promise.resolve({}));
    expect(Reflect.ownKeys(globalThis)).toHaveLength(before);
  });
});

describe("Bun.peek.status", () => {
  it("tells the state", () => {
    const rejected = Promise.reject(new Error("no"));
    rejected.catch(() => {});
    expect(peek.status(rejected)).toBe("rejected");
    expect(peek.status(new Promise(() => {}))).toBe("pending");
    expect(peek.status(Promise.resolve("<rejected>"))).toBe("fulfilled");
    expect(peek.status(1)).toBe("fulfilled");
  });
});
