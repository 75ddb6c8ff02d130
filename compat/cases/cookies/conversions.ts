// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const { Cookie, CookieMap } = Bun;
const full = new Cookie("n", "v", { domain: "example.com", path: "/p", expires: new Date(86_400_000), secure: true, httpOnly: true, partitioned: true, sameSite: "none", maxAge: 60 });
await attempt("toString", () => full.toString());
await attempt("serialize", () => full.serialize());
await attempt("toJSON", () => JSON.stringify(full.toJSON()));
await attempt("stringify", () => JSON.stringify({ full }));
await attempt("template", () => `${full}`);
await attempt("from itself", () => Cookie.from(full as any, "x").toString());
await attempt("from", () => Cookie.from("a", "b", { secure: true }).toString());
await attempt("of cookie", () => new Cookie(full as any).toString());
await attempt("of JSON", () => new Cookie(full.toJSON() as any).toString());
await attempt("parse own", () => JSON.stringify(Cookie.parse(full.toString()).toJSON()));
await attempt("keys", () => Object.keys(full).join());
await attempt("spread", () => JSON.stringify({ ...full }));
await attempt("in", () => String(["name", "value", "expires", "isExpired", "toJSON"].map((key) => key in full)));
await attempt("instance", () => String([full instanceof Cookie, Object.prototype.toString.call(full), Object.prototype.toString.call(new CookieMap())]));
await attempt("clone", () => Object.keys(structuredClone(full)).join());
class Own extends Cookie {
  get shout() {
    return this.value.toUpperCase();
  }
}
await attempt("subclass", () => String([new Own("a", "b").shout, new Own("a", "b") instanceof Cookie]));
await attempt("static of subclass", () => String(Own.parse("a=b") instanceof Own));
for (const [name, options] of Object.entries({
  none: {},
  past: { expires: new Date(1000) },
  future: { expires: new Date(4_000_000_000_000) },
  "max age": { maxAge: 10 },
  "max age 0": { maxAge: 0 },
  "max age -1": { maxAge: -1 },
  "max age over past": { maxAge: 10, expires: new Date(1000) },
  "max age 0 over future": { maxAge: 0, expires: new Date(4_000_000_000_000) },
  infinite: { maxAge: Number.POSITIVE_INFINITY },
  fraction: { maxAge: 1.5 },
  "not a number": { maxAge: Number.NaN },
  text: { maxAge: "10" },
  "expires zero": { expires: 0 },
  "expires -1": { expires: -1 },
  "expires 1.5": { expires: 1.5 },
  "expires text": { expires: "Wed, 21 Oct 2015 07:28:00 GMT" },
  "expires ISO": { expires: "2015-10-21T07:28:00Z" },
  "expires null": { expires: null },
  "expires bad": { expires: new Date(Number.NaN) },
  "expires far": { expires: 1e15 },
  "same site upper": { sameSite: "Strict" },
  "same site bad": { sameSite: "x" },
  "same site true": { sameSite: true },
  "path none": { path: "" },
  "path bad": { path: "/;x" },
  "path null": { path: null },
  "domain upper": { domain: "EXAMPLE.com" },
  "domain bad": { domain: "a;b" },
  "domain unicode": { domain: "ü.de" },
  "domain empty": { domain: "" },
  unknown: { priority: "high" },
  "name inside": { name: "x", value: "y" },
})) {
  await attempt(name, () => {
    const cookie = new Cookie("n", "v", options as any);
    return `${cookie} ${cookie.isExpired()} ${cookie.maxAge} ${cookie.expires instanceof Date ? cookie.expires.getTime() : cookie.expires}`;
  });
}
