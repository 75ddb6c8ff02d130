import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePercent } from "../../src/web/percent-decoding.js";

describe("decodePercent", () => {
  it("never throws, whatever it gets", () => {
    const text = fc.array(fc.constantFrom("%", "a", "4", "f", "%41", "%e6", "%97", "%a5", "%ff", "+", "é"));
    fc.assert(fc.property(text, (parts) => typeof decodePercent(parts.join("")) === "string"));
  });

  it("reverses encodeURIComponent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodePercent(encodeURIComponent(text))).toBe(text);
      }),
    );
  });

  it.each([
    ["%", "\ufffd"],
    ["%4", "\ufffd4"],
    ["%zz", "\ufffd"],
    ["a%bc", "a\ufffd"],
    ["%E6%97", "\ufffd"],
    ["%ed%a0%80", "\ufffd"],
    ["%f8%88%80", "\ufffd\ufffd\ufffd"],
    ["%C3%28", "\ufffd("],
    ["%41%ff%42", "A\ufffdB"],
  ])("puts U+FFFD in place of what is no encoding: %s", (text, decoded) => {
    expect(decodePercent(text)).toBe(decoded);
  });

  it("leaves a plus as it is", () => {
    expect(decodePercent("a+b")).toBe("a+b");
  });
});
