import { describe, expect, it } from "vitest";
import { inspect } from "../../src/bun/inspect/inspect.js";
import { HTMLBundle, htmlBundle, isHTMLBundle } from "../../src/html/html-bundle.js";

describe("HTMLBundle", () => {
  it("has its path for itself", () => {
    const bundle = htmlBundle("/a.html");
    expect(() => Object.assign(bundle, { index: "/b.html" })).toThrow(TypeError);
    expect(() => Reflect.get(HTMLBundle.prototype, "index", {})).toThrow("instances of HTMLBundle");
    expect(bundle.index).toBe("/a.html");
  });

  it("is one object for each path", () => {
    expect(htmlBundle("/a.html")).toBe(htmlBundle("/a.html"));
    expect(htmlBundle("/a.html")).not.toBe(htmlBundle("/b.html"));
  });

  it("is told from what only looks like it", () => {
    expect([{ index: "/a.html" }, Object.create(htmlBundle("/a.html")), null, "x"].map(isHTMLBundle)).toEqual(
      [false, false, false, false],
    );
    expect(isHTMLBundle(htmlBundle("/a.html"))).toBe(true);
  });

  it("prints as Bun's does", () => {
    expect(inspect(htmlBundle("/a.html"))).toBe('HTMLBundle {\n  index: "/a.html",\n}');
  });
});
