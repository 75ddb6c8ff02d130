import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incomingUrl } from "../../src/web/url.js";
import { TestExchange } from "./exchange.js";

const urlOf = (host: string, target: string, secure = false) =>
  incomingUrl(new TestExchange({ target, headers: ["host", host], secure }));

describe("incomingUrl", () => {
  it("is the target alone without a usable host", () => {
    for (const host of ["", "a b", "a/b", "u@a", "é", 'a"b']) expect(urlOf(host, "/p?q")).toBe("/p?q");
    expect(incomingUrl(new TestExchange({ target: "/p", headers: [] }))).toBe("/p");
  });

  it("normalises as the standard says", () => {
    expect(urlOf("A.B:80", "/a/../b")).toBe("http://a.b/b");
    expect(urlOf("a:443", "/", true)).toBe("https://a/");
    expect(urlOf("127.1", "/^?^")).toBe("http://127.0.0.1/%5E?^");
    expect(urlOf("a:99999", "/p")).toBe("http://a:99999/p");
  });

  it("takes no shortcut that the URL parser would not take", () => {
    const part = fc.string({ unit: fc.constantFrom(..."aZ0/.%2e?&=+-_~:@;,'\"<>^`{}|\\#x8") });
    const host = fc.oneof(
      fc.constantFrom(
        "a",
        "a.b",
        "A",
        "a:80",
        "a:8080",
        "a:08",
        "127.0.0.1",
        "1.2",
        "0x7f.1",
        "a.1",
        "xn--a",
        "a_b",
        "localhost:3000",
        "[::1]:80",
      ),
      fc.string({ unit: fc.constantFrom(..."ab1x.-:0") }),
    );
    fc.assert(
      fc.property(host, part, fc.boolean(), (name, rest, secure) => {
        const target = `/${rest}`;
        const given = `${secure ? "https" : "http"}://${name}${target}`;
        const url = urlOf(name, target, secure);
        if (name !== "" && URL.canParse(given))
          expect(url.replaceAll("%5E", "^")).toBe(new URL(given).href.replaceAll("%5E", "^"));
      }),
      { numRuns: 2000 },
    );
  });
});
