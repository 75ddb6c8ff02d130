import { describe, expect, it } from "vitest";
import { mediaTypeOf, mediaTypeOfPath } from "../../src/web/file-type.js";

describe("mediaTypeOfPath", () => {
  it.each(["Makefile", ".env", "a.", "a.txt/b", "html", "a.png?x=1", "a.unheardof"])(
    "knows nothing about %s",
    (path) => {
      expect(mediaTypeOfPath(path)).toBe("application/octet-stream");
    },
  );

  it.each([
    ["index.html", "text/html;charset=utf-8"],
    ["A.TXT", "text/plain;charset=utf-8"],
    ["a.tsx", "text/javascript;charset=utf-8"],
    ["a.map", "application/json;charset=utf-8"],
    ["a.webmanifest", "application/manifest+json"],
    ["a.md", "text/markdown"],
    ["a.ico", "image/x-icon"],
    ["a.wasm", "application/wasm"],
    ["a.tar.gz", "application/gzip"],
  ])("knows %s", (path, type) => {
    expect(mediaTypeOfPath(path)).toBe(type);
  });
});

describe("mediaTypeOf", () => {
  it("ignores what is no type", () => {
    for (const type of ["", "é", "text/\n", "a\u007f"]) expect(mediaTypeOf(type)).toBeNull();
  });

  it("spells known types as Bun does and keeps others in lower case", () => {
    expect(mediaTypeOf("application/javascript")?.essence).toBe("text/javascript;charset=utf-8");
    expect(mediaTypeOf("TEXT/HTML")).toEqual({ essence: "text/html", known: false });
    expect(mediaTypeOf("image/png")).toEqual({ essence: "image/png", known: true });
  });
});
