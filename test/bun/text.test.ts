import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHTML } from "../../src/bun/escape-html.js";
import { fileURLToPath, pathToFileURL } from "../../src/bun/file-url.js";
import { semver } from "../../src/bun/semver.js";
import { stringWidth } from "../../src/bun/string-width.js";
import { stripANSI } from "../../src/bun/strip-ansi.js";
import { which } from "../../src/bun/which.js";

describe("Bun.escapeHTML", () => {
  it("refuses symbols", () => {
    expect(() => Reflect.apply(escapeHTML, undefined, [Symbol("x")])).toThrow(TypeError);
  });

  it("leaves nothing that could be markup", () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHTML(text))));
    expect(escapeHTML('<a href="x">\'&')).toBe("&lt;a href=&quot;x&quot;&gt;&#x27;&amp;");
  });
});

describe("Bun.stripANSI", () => {
  it("takes out every escape", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("\x1b", "[", "]", "3", "1", ";", "m", "a", "\x07", "é") }),
        (text) => !stripANSI(text).includes("\x1b[3"),
      ),
    );
    expect(stripANSI("\x1b[31mred\x1b[0m")).toBe("red");
  });
});

describe("Bun.stringWidth", () => {
  it("counts columns", () => {
    expect([
      stringWidth(),
      stringWidth("日本"),
      stringWidth("👩🏽‍💻"),
      stringWidth("\x1b[31mred\x1b[0m"),
    ]).toEqual([0, 4, 2, 3]);
    expect(stringWidth("α", { ambiguousIsNarrow: false })).toBe(2);
  });
});

describe("Bun.fileURLToPath", () => {
  it("refuses other schemes and what is no URL", () => {
    for (const url of ["http://host/a", "/a"])
      expect(() => fileURLToPath(url)).toThrow("The URL must be of scheme file");
    expect(() => Reflect.apply(fileURLToPath, undefined, [1])).toThrow(
      expect.objectContaining({ code: "ERR_INVALID_ARG_TYPE" }),
    );
  });

  it("undoes pathToFileURL", () => {
    expect(fileURLToPath(pathToFileURL("/a b#c?%"))).toBe("/a b#c?%");
  });
});

describe("Bun.semver", () => {
  it("throws for a version that is none", () => {
    expect(() => semver.order("1.0.0", "y")).toThrow("Invalid SemVer: y");
  });

  it("compares and looks into ranges", () => {
    expect(["1.10.0", "1.2.0", "1.2.0-a"].sort(semver.order)).toEqual(["1.2.0-a", "1.2.0", "1.10.0"]);
    expect([
      semver.satisfies("1.2.3", "^1.0.0"),
      semver.satisfies("2.0.0", "^1.0.0"),
      semver.satisfies("x", "*"),
    ]).toEqual([true, false, false]);
  });
});

describe("Bun.which", () => {
  it("finds nothing where nothing is", () => {
    expect([
      which(""),
      which("no-such-program"),
      which("sh", { PATH: "" }),
      Reflect.apply(which, undefined, [1]),
    ]).toEqual([null, null, null, null]);
  });

  it("finds programs", () => {
    expect(which("sh")).toMatch(/\/sh$/);
    expect(which("./sh", { cwd: "/bin" })).toBe("/bin/sh");
  });
});
