import { describe, expect, it } from "vitest";
import { matchesETag, matchesStrongETag } from "../../src/serve/etag.js";

describe("matchesETag", () => {
  it("finds no tag in lists that only look like it", () => {
    for (const field of ['"x"', "'e'", '"e', 'e"', '"E"', '" e"', '"a" "e"', '"a, "e"', 'w/"e"', "**", ""]) {
      expect(matchesETag(field, '"e"')).toBe(false);
    }
    expect(matchesETag('"e"', null)).toBe(false);
  });

  it("finds a tag anywhere in a list, weak or not, with or without quotes", () => {
    for (const field of [
      '"e"',
      'W/"e"',
      'W/ "e"',
      '"a", "e"',
      ',,"e",',
      "e",
      '"e"x, "e"',
      "*",
      '"x", *, "e"',
    ]) {
      expect(matchesETag(field, '"e"')).toBe(true);
    }
  });

  it("takes a comma within quotes for a part of the tag", () => {
    expect(matchesETag('"a,b"', '"a,b"')).toBe(true);
    expect(matchesETag('"a","b"', '"a,b"')).toBe(false);
  });

  it("takes time in proportion to the length of a hostile list", () => {
    const started = performance.now();
    expect(matchesETag('",'.repeat(20_000), '"e"')).toBe(false);
    expect(matchesETag(" ".repeat(40_000), '"e"')).toBe(false);
    expect(matchesETag(`a${" ".repeat(40_000)}b`, '"e"')).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("matchesStrongETag", () => {
  it("matches nothing weak", () => {
    expect(matchesStrongETag('W/"e"', '"e"')).toBe(false);
    expect(matchesStrongETag('"e"', 'W/"e"')).toBe(false);
  });

  it("matches a strong tag in a list", () => {
    expect(matchesStrongETag('"a", "e"', '"e"')).toBe(true);
    expect(matchesStrongETag("bare", "bare")).toBe(true);
  });
});
