import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPreconditions, given, rangeIsCurrent } from "../../src/serve/preconditions.js";
import { TestExchange } from "../web/exchange.js";

const CHANGED = "Tue, 14 Nov 2023 22:13:20 GMT";
const BEFORE = "Mon, 13 Nov 2023 22:13:20 GMT";
const validators = { etag: '"e"', lastModified: CHANGED };

function check(...headers: string[]): number {
  return checkPreconditions(new TestExchange({ headers }), validators);
}

describe("given", () => {
  it("gives the first of several fields, and nothing for an empty one", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "a", "b, c"), { minLength: 1 }), (values) => {
        const exchange = new TestExchange({ headers: values.flatMap((value) => ["If-Match", value]) });
        expect(given(exchange, "if-match")).toBe(values[0] || null);
      }),
    );
  });
});

describe("checkPreconditions", () => {
  it("fails where the tag or the date is another one", () => {
    expect(check("if-match", '"x"')).toBe(412);
    expect(check("if-match", 'W/"e"')).toBe(412);
    expect(check("if-unmodified-since", BEFORE)).toBe(412);
  });

  it("looks at dates only where no tags are given", () => {
    expect(check("if-match", '"e"', "if-unmodified-since", BEFORE)).toBe(200);
    expect(check("if-none-match", '"x"', "if-modified-since", CHANGED)).toBe(200);
  });

  it("does not repeat what the client has", () => {
    for (const list of ['"e"', 'W/"e"', '"x", "e"', "*"]) expect(check("if-none-match", list)).toBe(304);
    expect(check("if-modified-since", CHANGED)).toBe(304);
    expect(check("if-modified-since", BEFORE)).toBe(200);
  });

  it("takes no nonsense for a date or a tag", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", ",", " ", "/", "x") }), (nonsense) => {
        expect(check("if-modified-since", nonsense)).toBe(200);
        expect(check("if-unmodified-since", nonsense)).toBe(200);
        expect(check("if-none-match", nonsense)).toBe(200);
      }),
    );
  });
});

describe("rangeIsCurrent", () => {
  it("compares strongly, and dates to the second", () => {
    const current = (field: string, etag: string | null = '"e"') =>
      rangeIsCurrent(new TestExchange({ headers: ["If-Range", field] }), { etag, lastModified: CHANGED });
    expect([current('"x"'), current('W/"e"', 'W/"e"'), current(BEFORE), current("x")]).toEqual(
      Array(4).fill(false),
    );
    expect([current(""), current('"e"'), current(CHANGED)]).toEqual(Array(3).fill(true));
  });
});
