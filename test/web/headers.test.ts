import fc from "fast-check";
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

describe("Headers under any changes", () => {
  const name = fc.constantFrom("a", "A", "b", "X-Y", "x-y", "Content-Type", "content-TYPE", "etag");
  const value = fc.string({ unit: fc.constantFrom("a", " ", ",", "\t", "\u00ff", "=") });
  const change = fc.oneof(
    fc.record({ kind: fc.constant("append" as const), name, value }),
    fc.record({ kind: fc.constant("set" as const), name, value }),
    fc.record({ kind: fc.constant("delete" as const), name, value }),
  );

  it("is a map from lower-case names to trimmed values, joined by commas", () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const headers = new Headers();
        const model = new Map<string, string>();
        for (const { kind, name, value } of changes) {
          const key = name.toLowerCase();
          const trimmed = value.replace(/^[\t ]+|[\t ]+$/g, "");
          const before = model.get(key);
          if (kind === "append") model.set(key, before === undefined ? trimmed : `${before}, ${trimmed}`);
          else if (kind === "set") model.set(key, trimmed);
          else model.delete(key);
          headers[kind](name, value);
        }
        expect([...headers]).toEqual([...model].sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(headers.count).toBe(model.size);
        expect(Object.entries(new Headers(headers).toJSON()).sort()).toEqual([...model].sort());
      }),
    );
  });

  it("writes no byte that ends a field, whatever it took", () => {
    const any = fc.string({ unit: "binary", maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(any, any)), (pairs) => {
        const headers = new Headers();
        for (const [name, value] of pairs) {
          try {
            headers.append(name, value);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
          }
        }
        for (const text of written(headers)) expect(text).not.toMatch(/[\0\r\n\u0100-\uffff]/);
      }),
    );
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
