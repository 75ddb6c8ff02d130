import { describe, expect, it } from "vitest";
import { Headers, incomingHeaders, writeFields } from "../../src/web/headers.js";
import { TestExchange } from "./exchange.js";

function written(headers: Headers): string[] {
  const out: string[] = [];
  writeFields(headers, out);
  return out;
}

describe("Headers", () => {
  it("refuses what would split a reply", () => {
    for (const value of ["a\r\nb: c", "a\nb", "a\0", "日"]) {
      expect(() => new Headers({ "x-l": value })).toThrow(new TypeError("Header 'x-l' has invalid value"));
    }
    for (const name of ["", "a b", "a:", "ä", "a\n"]) {
      expect(() => new Headers([[name, "1"]])).toThrow(TypeError);
    }
  });

  it("writes cookies, known names, other names", () => {
    const headers = new Headers([
      ["x-First", "1"],
      ["vary", "v"],
      ["Set-Cookie", "a"],
      ["content-length", "5"],
      ["ETAG", "e"],
      ["transfer-encoding", "chunked"],
      ["set-cookie", "b"],
      ["X-FIRST", "2"],
    ]);
    expect(written(headers)).toEqual([
      "set-cookie",
      "a",
      "set-cookie",
      "b",
      "Vary",
      "v",
      "ETag",
      "e",
      "x-First",
      "1, 2",
    ]);
  });

  it("leaves its argument alone", () => {
    const first = new Headers({ a: "1" });
    const copy = new Headers(first);
    copy.set("a", "2");
    expect(first.get("a")).toBe("1");
  });
});

describe("incomingHeaders", () => {
  it("reads nothing before somebody asks", () => {
    const exchange = new TestExchange();
    incomingHeaders(exchange);
    expect(exchange.headerReads).toBe(0);
  });

  it("asks the exchange for a single field", () => {
    const headers = incomingHeaders(new TestExchange({ headers: ["Host", "a", "X-B", "1", "x-b", "2"] }));
    expect(headers.get("X-b")).toBe("1, 2");
    expect(headers.has("nope")).toBe(false);
    expect(() => headers.get("a b")).toThrow(TypeError);
  });

  it("takes the fields over when they are changed", () => {
    const exchange = new TestExchange({ headers: ["Host", "a", "x-b", "1"] });
    const headers = incomingHeaders(exchange);
    headers.delete("host");
    headers.append("X-B", "2");
    expect([...headers]).toEqual([["x-b", "1, 2"]]);
    expect(headers.get("host")).toBe(null);
    expect(exchange.headerReads).toBe(1);
  });
});
