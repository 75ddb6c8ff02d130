import { symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { locate } from "../../src/runtime/location.js";
import { resolveOwn } from "../../src/runtime/resolution.js";
import { project } from "./program-run.js";

const files = (...names: string[]) => project(Object.fromEntries(names.map((name) => [name, ""])));

describe("locate", () => {
  it.each(["b", "a.", "a.ts/", "a.ts/b", "a/index", "a\0", "a".repeat(300)])(
    "finds nothing for %j",
    (name) => {
      expect(locate(`${files("a.ts")}/${name}`, "import")).toBeNull();
    },
  );

  it.each([
    [["a", "a.ts"], "a", "a"],
    [["a.ts", "a.tsx", "a.js"], "a", "a.tsx"],
    [["a.ts", "a.js"], "a", "a.ts"],
    [["a.ts", "a/index.ts"], "a", "a.ts"],
    [["a.ts", "a/index.ts"], "a/", "a/index.ts"],
    [["a/index.json", "a/index.js"], "a", "a/index.js"],
    [["a.js", "a.ts"], "a.js", "a.js"],
    [["a.ts"], "a.js", "a.ts"],
    [["a.tsx"], "a.js", "a.tsx"],
    [["a.tsx"], "a.jsx", "a.tsx"],
    [["a.mts"], "a.mjs", "a.mts"],
    [["a.js.ts", "a.ts"], "a.js", "a.js.ts"],
    [["a.test.ts"], "a.test", "a.test.ts"],
  ])("of %j finds for %s: %s", (names, asked, found) => {
    const folder = files(...names);
    expect(relative(folder, locate(`${folder}/${asked}`, "import") ?? "")).toBe(found);
  });

  it("prefers CommonJS for require", () => {
    const folder = files("a.mts", "a.cts");
    expect(locate(join(folder, "a"), "import")).toBe(join(folder, "a.mts"));
    expect(locate(join(folder, "a"), "require")).toBe(join(folder, "a.cts"));
  });

  it("leaves a folder with a package.json to Node.js", () => {
    expect(locate(join(files("a/package.json", "a/index.ts"), "a"), "import")).toBeNull();
  });

  it("follows symbolic links", () => {
    const folder = files("a.ts");
    symlinkSync("a.ts", join(folder, "b.ts"));
    expect(locate(join(folder, "b"), "import")).toBe(join(folder, "a.ts"));
  });
});

describe("resolveOwn", () => {
  it.each(["fs", "node:fs", "pkg", "#internal", "https://a/b", "data:text/javascript,1"])(
    "leaves %s to Node.js",
    (specifier) => {
      expect(resolveOwn(specifier, join(files("a.ts"), "a.ts"), "import")).toBeNull();
    },
  );

  it("leaves packages alone", () => {
    const folder = files("node_modules/p/a.ts", "node_modules/p/b.ts");
    expect(resolveOwn("./b", join(folder, "node_modules/p/a.ts"), "import")).toBeNull();
  });

  it.each([
    [".", "sub/index.ts"],
    ["..", "index.ts"],
    ["./b", "sub/b.ts"],
    ["../index", "index.ts"],
  ])("resolves %s", (specifier, found) => {
    const folder = files("index.ts", "sub/index.ts", "sub/b.ts", "sub.ts");
    expect(resolveOwn(specifier, join(folder, "sub/a.ts"), "import")).toBe(join(folder, found));
  });
});
