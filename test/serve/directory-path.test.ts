import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directoryPath } from "../../src/serve/directory-path.js";

describe("directoryPath", () => {
  it.each([
    "..",
    ".",
    "a/..",
    "a/../b",
    "./a",
    "a//b",
    "/a",
    "%2e%2e/a",
    ".%2e",
    "a%2Fb",
    "a%5Cb",
    "a\\b",
    "a%00b",
    "a\0b",
    "%41",
    "%zz",
    "%",
    "%4",
    "c:on",
    "%ff",
    "a\ufffd",
  ])("refuses %j", (path) => {
    expect(directoryPath(path)).toBeNull();
  });

  it.each([
    ["", ""],
    ["a/b.txt", "a/b.txt"],
    ["a/", "a/"],
    ["a%20b", "a b"],
    ["a%2520b", "a%20b"],
    ["%E6%97%A5", "日"],
    ["...", "..."],
    [".hidden", ".hidden"],
    ["q%3Fx%23y", "q?x#y"],
  ])("reads %j as %j", (path, decoded) => {
    expect(directoryPath(path)).toBe(decoded);
  });

  it("gives no path that climbs, and one URL per path", () => {
    const part = fc.constantFrom(
      "a",
      ".",
      "..",
      "/",
      "%2e",
      "%2f",
      "%2F",
      "%5c",
      "\\",
      "%61",
      "%20",
      "%c3%a9",
      "%25",
      "%",
      "é",
    );
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const url = parts.join("");
        const path = directoryPath(url);
        if (path === null) return;
        const segments = path.split("/");
        expect(segments).not.toContain("..");
        expect(segments).not.toContain(".");
        expect(segments.slice(0, -1)).not.toContain("");
        // Raw and encoded non-ASCII text are the same URL to a client; hexadecimal digits may be of either case.
        const normal = new URL(url, "http://h/").pathname.toLowerCase();
        expect(seen.get(path) ?? normal).toBe(normal);
        seen.set(path, normal);
      }),
      { numRuns: 2000 },
    );
  });
});
