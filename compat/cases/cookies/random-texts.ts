// @covers Bun.CookieMap
// Six thousand texts, attributes and changes; one line says what came of a hundred of them.
import { createHash } from "node:crypto";
import { random, told } from "../../random.ts";

const { chance, int, many, pick } = random(1);
let lines: string[] = [];
function tell(kind: string, index: number, line: string): void {
  lines.push(line);
  if (lines.length < 100) return;
  console.log(kind, index, createHash("sha1").update(lines.join("\n")).digest("hex"), lines[int(100)]);
  lines = [];
}

const ATOMS = [
  "a", "b", "c", "A", "=", ";", "; ", " ", "\t", "%", "%20", "%zz", "%C3%BC", "%C3", "%F0%9F%98%80", '"', "'", ",", "+", "&", "\u00fc", "\u20ac", "\u{1f600}", "\0", "\n", "\r", "\x7f", "\x0b", "\f", "\u00a0",
  "__proto__", "constructor", "1", "\\", "(", "[", "{", "/", "?", "@", ":", "<", ">", "%00", "%3B", "%3D", "%25", "%2", "%e2%82%ac", "%E2%82", "%ED%A0%80", "%FF", "\ud800",
];
const text = (length = 8) => many(length, () => pick(ATOMS)).join("");
for (let i = 0; i < 2000; i++) {
  const field = text(12);
  tell("field", i, JSON.stringify(field) + told(() => {
    const map = new Bun.CookieMap(field);
    return [map.size, [...map], map.toJSON(), map.get("a"), map.has("b")];
  }));
}

const ATTRIBUTES = [
  "Path=/", "path=/x", "Path=", "Path=x", "Path=/a b", "Path=/\u00fc", "Path", "Domain=Example.COM", "Domain=.a.b", "Domain=", "Domain=a_b", "domain= a.b ", "Domain=\u00fc.de", "Domain", "Secure", "secure=1", "Secure ; ",
  "HttpOnly", "httponly=no", "Partitioned", "SameSite=Strict", "samesite=LAX", "SameSite=None", "SameSite=x", "SameSite", "Max-Age=1", "max-age=-5", "Max-Age=abc", "Max-Age=1.5", "Max-Age=1e3", "Max-Age=99999999999999999999",
  "Max-Age= 7 ", "Max-Age=+3", "Max-Age=9223372036854775807", "Max-Age=0x10", "Max-Age=", "Max-Age=00012", "Max-Age=1 2", "Expires=Thu, 01 Jan 1970 00:00:00 GMT", "Expires=Wed, 21 Oct 2015 07:28:00 GMT",
  "Expires=Wed, 21-Oct-2015 07:28:00 GMT", "Expires=2015-10-21", "Expires=0", "Expires=abc", "Expires=", "Expires=Wed, 21 Oct 2015 07:28:00 +0100", "Expires=Wednesday, 21-Oct-15 07:28:00 GMT",
  "Expires=21 Oct 15 07:28:00 GMT", "expires=1445412480000", "x=y", "a b", "=", "",
];
for (let i = 0; i < 2000; i++) {
  const name = chance(0.8) ? pick(["a", "b", "ab", "__Host-a", "a b", "", "a\u00fc"]) : text(3);
  const value = chance(0.6) ? pick(["1", "", "x y", "%20", '"q"', "a=b", "\u00fc"]) : text(5);
  const attributes = many(5, () => pick(["; ", ";", " ; ", ";;", ";\t"]) + pick(ATTRIBUTES)).join("");
  const field = chance(0.1) ? text(10) : `${name}${pick(["=", "=", " = ", "", "=="])}${value}${attributes}`;
  tell("attributes", i, JSON.stringify(field) + told(() => {
    const cookie = Bun.Cookie.parse(field);
    return [cookie.toJSON(), cookie.serialize(), cookie.isExpired()];
  }));
}

const OPTIONS: Record<string, unknown[]> = {
  domain: ["a.b", "A.B", "", null, undefined, 1, "a b", ".x", "\u00fc", {}, "a;b"],
  path: ["/", "", "x", "/a;b", null, undefined, 1, "/\u00fc", "/a b"],
  expires: [0, 1, -1, 1.5, 1e10, 1e20, -1e20, Number.NaN, Infinity, new Date(0), new Date(Number.NaN), new Date(1e12), "Wed, 21 Oct 2015 07:28:00 GMT", "x", "", null, undefined, 253402300800],
  maxAge: [0, 1, -1, 1.5, 1e21, Number.NaN, Infinity, "5", null, undefined, {}, -0, 1e-7],
  secure: [true, false, 1, 0, "", null, "x"],
  httpOnly: [true, false, 1],
  partitioned: [true, false, "y"],
  sameSite: ["strict", "lax", "none", "Strict", "", null, undefined, 1, "x"],
};
const options = () => Object.fromEntries(Object.entries(OPTIONS).filter(() => chance(0.3)).map(([name, values]) => [name, pick(values)]));
const anything = () => pick([text(4), "a", "b", "c", "", undefined, null, 1, true, {}, [], "x y", "%20"]) as any;
for (let i = 0; i < 2000; i++) {
  const field = pick(["a=1; b=2", "a=1; a=2; b=3", "", text(8)]);
  const log = [JSON.stringify(field)];
  const map: any = new Bun.CookieMap(field);
  for (let step = 0; step < 5; step++) {
    const name = chance(0.8) ? pick(["a", "b", "c", "__Host-x", ""]) : anything();
    const value = anything();
    const more = options();
    const works: Record<string, () => unknown> = {
      set: () => map.set(name, value),
      setOptions: () => map.set(name, value, more),
      setObject: () => map.set({ name, value, ...more }),
      delete: () => map.delete(name),
      deleteObject: () => map.delete({ name, ...more }),
      deleteOptions: () => map.delete(name, more),
      get: () => map.get(name),
      has: () => map.has(name),
      all: () => [map.size, [...map.keys()], [...map.values()], map.toJSON()],
    };
    const work = pick(Object.keys(works));
    log.push(work, told(works[work] ?? (() => {})));
  }
  tell("changes", i, log.join(" ") + told(() => [map.size, [...map], map.toJSON(), map.toSetCookieHeaders()]));
}
