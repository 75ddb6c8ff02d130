import { describe, expect, it } from "vitest";
import { thrownText } from "../../src/bun/inspect/inspect.js";
import { errorPage } from "../../src/serve/error-page.js";

function fail(message: string, options?: ErrorOptions): Error {
  return new TypeError(message, options);
}

const hostile = [
  [
    "a getter that throws",
    Object.defineProperty(new Error("x"), "message", {
      get() {
        throw fail("y");
      },
    }),
  ],
  ["a stack that is no text", Object.assign(new Error("x"), { stack: 5 })],
  ["an error that caused itself", Object.assign(new Error("x"), { cause: null })],
  ["an object without prototype", Object.create(null)],
  ["a symbol", Symbol("s")],
  ["undefined", undefined],
] as const;

describe("thrownText", () => {
  it("shows the source, the name and the calls", () => {
    const lines = thrownText(fail("boom")).split("\n");
    expect(lines.find((line) => line.includes("return new TypeError(message, options);"))).toMatch(
      /^ *\d+ \| /,
    );
    expect(lines).toContain("TypeError: boom");
    expect(lines.some((line) => /^ {6}at .*errors-shown\.test\.ts:\d+:\d+\)$/.test(line))).toBe(true);
    expect(lines.at(-1)).not.toContain("node:internal");
  });

  it("calls a plain Error an error, as Bun does", () => {
    expect(thrownText(new Error("boom"))).toContain("\nerror: boom\n");
  });

  it("shows members and causes", () => {
    const text = thrownText(fail("outer", { cause: Object.assign(new Error("inner"), { code: "EINNER" }) }));
    expect(text.indexOf("inner")).toBeGreaterThan(text.indexOf("outer"));
    expect(text).toContain(' code: "EINNER"');
  });

  it("shows what is no error", () => {
    expect(thrownText("text")).toBe("error: text\ntext\n");
    expect(thrownText(null)).toBe("error: null\nnull\n");
  });

  it("ends for errors that cause each other", () => {
    const a = new Error("a");
    a.cause = new Error("b", { cause: a });
    expect(thrownText(a).length).toBeLessThan(100_000);
  });
});

describe("errorPage", () => {
  it("is one page with name, message, source and calls", () => {
    const page = errorPage("GET", "/path", fail("boom"));
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(page).toContain("<title>Internal Server Error</title>");
    expect(page).toContain("GET /path");
    expect(page).toContain("TypeError");
    expect(page).toContain("errors-shown.test.ts");
  });

  it("loads nothing and runs nothing", () => {
    const page = errorPage("GET", "/", fail("boom"));
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:/i);
  });

  it("shows markup as text, wherever it comes from", () => {
    const markup = "<script>alert(1)</script>\"'&";
    class Strange extends Error {
      override name = markup;
    }
    const page = errorPage(markup, `/${markup}`, new Strange(markup, { cause: new Error(markup) }));
    expect(page).not.toContain("<script");
    expect(page.split("&lt;script&gt;").length).toBeGreaterThan(4);
  });

  it("shows each error of an AggregateError", () => {
    const page = errorPage("GET", "/", new AggregateError([new Error("first"), new Error("second")], "many"));
    for (const word of ["many", "first", "second"]) expect(page).toContain(word);
  });
});

describe.each(hostile)("%s", (_, thrown) => {
  it("has a page and a text", () => {
    expect(errorPage("GET", "/", thrown)).toContain("</html>");
    expect(() => thrownText(thrown)).not.toThrow();
  });
});
