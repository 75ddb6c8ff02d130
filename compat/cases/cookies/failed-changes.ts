// @covers Bun.CookieMap
// What a change leaves behind that throws, and which of its faults it names.
import { attempt } from "../../client.ts";

for (const field of ["b=1", "a=1", "a=1; b=2"]) {
  for (const scope of [{ domain: "a b" }, { path: "a;b" }, { path: Symbol("s") }, 5, null, {}] as any[]) {
    const map: any = new Bun.CookieMap(field);
    map.set("c", "1");
    await attempt("delete what came", () => map.delete("b", scope));
    await attempt("delete what was set", () => map.delete("c", scope));
    console.log(JSON.stringify([[...map], map.toSetCookieHeaders()]));
    await attempt("delete by an object", () => map.delete({ name: "a", ...scope }));
    console.log(JSON.stringify([[...map], map.toSetCookieHeaders()]));
  }
}
const odd: any = new Bun.CookieMap("a b=1; a=2");
for (const name of ["a b", "", "a"]) {
  await attempt(`delete ${JSON.stringify(name)}`, () => odd.delete(name));
  await attempt(`set ${JSON.stringify(name)}`, () => odd.set(name, "x", { domain: "a b" }));
  console.log(JSON.stringify([[...odd], odd.toSetCookieHeaders()]));
}
for (const options of [{ expires: Number.NaN }, { path: ";" }, { domain: ";" }, { sameSite: "x" }, 5] as any[]) {
  for (const name of ["", "a b", "a"]) {
    await attempt(`map.set(${JSON.stringify(name)})`, () => new Bun.CookieMap().set(name, "x", options));
    await attempt(`new Cookie(${JSON.stringify(name)})`, () => new Bun.Cookie(name, "x", options).serialize());
  }
}
await attempt("path and domain", () => new Bun.Cookie("a", "x", { path: ";", domain: "_" }));
await attempt("parsed path and domain", () => Bun.Cookie.parse("a=x; Path=/\u00fc; Domain=_"));
await attempt("parsed domain and path", () => Bun.Cookie.parse("a=x; Domain=_; Path=/\u00fc"));
