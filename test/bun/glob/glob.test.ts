import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Glob } from "../../../src/bun/glob/glob.js";
import { temporaryFolder } from "../folder.js";

const path = temporaryFolder();

describe("Bun.Glob", () => {
  it("refuses what is no text", () => {
    expect(() => Reflect.construct(Glob, [1])).toThrow("pattern must be a string");
    expect(() => Reflect.apply(Glob.prototype.match, new Glob("*"), [1])).toThrow("str must be a string");
  });

  it("does not match", () => {
    for (const [pattern, text] of [
      ["*", "a/b"],
      ["a?c", "abbc"],
      ["[!a]", "a"],
      ["!a", "a"],
      ["./a", "a"],
      ["", "a"],
    ] as const) {
      expect(new Glob(pattern).match(text), `${pattern} ${text}`).toBe(false);
    }
  });

  it("matches", () => {
    for (const [pattern, text] of [
      ["**", "../a/.b"],
      ["*", "a\nb"],
      ["{a,b}/*.ts", "b/c.ts"],
      ["{a}", "a"],
      ["[!a-c]*", "x"],
      ["!!a", "a"],
      ["./a", "./a"],
      ["**/*.ts", "a.ts"],
      ["\\*", "*"],
    ] as const) {
      expect(new Glob(pattern).match(text), `${pattern} ${text}`).toBe(true);
    }
  });

  it("compiles any pattern", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."*?[]{}()!\\/.,ab-^+@|") }),
        fc.string(),
        (pattern, text) => {
          expect(typeof new Glob(pattern).match(text)).toBe("boolean");
        },
      ),
    );
  });
});

describe("Bun.Glob.scan", () => {
  it("rejects wrong options and missing folders", async () => {
    expect(() => Reflect.apply(Glob.prototype.scanSync, new Glob("*"), [1])).toThrow(
      "GlobScanOptions must be an object",
    );
    await expect(new Glob("*").scan(path("nowhere")).next()).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("finds files, and links only when asked", async () => {
    mkdirSync(path("src/deep"), { recursive: true });
    for (const name of ["a.ts", ".env", "src/b.ts", "src/deep/c.js"]) writeFileSync(path(name), "");
    symlinkSync("src", path("link"));
    symlinkSync("..", path("src/up"));
    const cwd = path("");
    const scan = (pattern: string, options: object = {}) =>
      [...new Glob(pattern).scanSync({ cwd, ...options })].sort();
    expect(scan("**/*")).toEqual(["a.ts", "src/b.ts", "src/deep/c.js"]);
    expect(scan("*", { dot: true })).toEqual([".env", "a.ts"]);
    expect(scan("src/*", { absolute: true })).toEqual([path("src/b.ts")]);
    expect(scan("link/*.ts")).toEqual(["link/b.ts"]);
    expect(scan("**/c.js", { followSymlinks: true })).toContain("link/deep/c.js");
    const found: string[] = [];
    for await (const name of new Glob("**/*.ts").scan(cwd)) found.push(name);
    expect(found.sort()).toEqual(["a.ts", "src/b.ts"]);
  });
});
