import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cookie } from "../../src/web/cookie.js";
import { CookieMap } from "../../src/web/cookie-map.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
const noField = /[\0-\x1f\x7f;]/;

describe("Cookie", () => {
  it.each(["a b", "a;b", "a=b", "é", "a\r\nb", ""])("refuses the name %j", (name) => {
    expect(() => new Cookie(name, "v")).toThrow(TypeError);
  });

  it("refuses paths and domains that would add attributes", () => {
    expect(() => new Cookie("a", "b", { path: "/; Secure" })).toThrow("Invalid cookie path");
    expect(() => new Cookie("a", "b", { domain: "x; Secure" })).toThrow("Invalid cookie domain");
    expect(() => new Cookie("a", "b", { domain: "x\r\ny" })).toThrow("Invalid cookie domain");
  });

  it("writes no value that ends the field or the attribute, and reads it back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const text = new Cookie("n", value).toString();
        expect(text.slice(2, text.indexOf("; Path"))).not.toMatch(noField);
        expect(new CookieMap(text).get("n")).toBe(value.toWellFormed());
      }),
    );
  });

  it("writes every attribute in Bun's order", () => {
    const cookie = new Cookie("a", "b", {
      domain: "x.com",
      path: "/p",
      expires: 0,
      secure: true,
      httpOnly: true,
      sameSite: "strict",
      partitioned: true,
      maxAge: 5,
    });
    expect(String(cookie)).toBe(
      "a=b; Domain=x.com; Path=/p; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=5; Secure; HttpOnly; Partitioned; SameSite=Strict",
    );
  });
});

describe("Cookie.parse", () => {
  it.each([" a=b", "a=b\n", "a", "=b", "a b=c", "a=日"])("refuses %j", (text) => {
    expect(() => Cookie.parse(text)).toThrow(TypeError);
  });

  it("reads what toString writes", () => {
    const text = "a=b; Domain=x.com; Path=/p; Max-Age=5; Secure; HttpOnly; SameSite=None";
    expect(Cookie.parse(text).toString()).toBe(text);
  });

  it("never fails with anything but a TypeError", () => {
    const part = fc.constantFrom(
      "a",
      "=",
      ";",
      " ",
      "path",
      "domain",
      "expires",
      "max-age",
      "9".repeat(30),
      "%",
      "é",
      "日",
      "Wed, 19 Mar 2025 15:03:26 GMT",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        try {
          Cookie.parse(parts.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
    );
  });
});

describe("Cookie.isExpired", () => {
  it("lets the age go before the date", () => {
    expect(new Cookie("a", "b", { maxAge: 10, expires: 0 }).isExpired()).toBe(false);
    expect(new Cookie("a", "b", { maxAge: 0, expires: new Date(Date.now() + 1e6) }).isExpired()).toBe(true);
  });
});

describe("CookieMap", () => {
  it("reads any field without throwing", () => {
    fc.assert(fc.property(fc.string(), (field) => new CookieMap(field).size >= 0));
  });

  it("gives the first of several cookies of one name, and replaces them all", () => {
    const map = new CookieMap("a=1; a=2");
    expect([map.size, map.get("a")]).toEqual([2, "1"]);
    map.set("a", "3");
    expect([...map]).toEqual([["a", "3"]]);
  });

  it("tells each name's last change only, in the order of the changes", () => {
    const map = new CookieMap("a=1");
    map.set("z", "1");
    map.set("y", "2");
    map.set("z", "3");
    map.delete("a");
    expect(map.toSetCookieHeaders()).toEqual([
      "y=2; Path=/; SameSite=Lax",
      "z=3; Path=/; SameSite=Lax",
      "a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax",
    ]);
  });

  it("survives changes while it is iterated", () => {
    const map = new CookieMap("a=1; b=2; c=3");
    const seen: string[] = [];
    for (const [name] of map) {
      seen.push(name);
      map.delete(name);
    }
    expect(seen).toEqual(["a", "b", "c"]);
  });
});
