// @covers Bun.CookieMap
import { attempt } from "../../client.ts";

const { CookieMap, Cookie } = Bun;
const show = (map: any) => JSON.stringify([map.size, [...map], map.toJSON(), map.toSetCookieHeaders().map((line: string) => line.split(";")[0])]);
await attempt("delete while iterating", () => {
  const map = new CookieMap("a=1; b=2; c=3; d=4");
  const seen: string[] = [];
  for (const [name] of map) {
    seen.push(name);
    if (seen.length < 10) map.delete(name);
  }
  return `${seen} ${show(map)}`;
});
await attempt("set while iterating", () => {
  const map = new CookieMap("a=1; b=2");
  const seen: string[] = [];
  for (const [name] of map) {
    seen.push(name);
    if (seen.length < 6) map.set(`${name}x`, "new");
  }
  return `${seen} ${show(map)}`;
});
await attempt("forEach", () => {
  const map = new CookieMap("a=1; b=2");
  const seen: unknown[] = [];
  map.forEach(function (this: unknown, value: string, key: string, given: unknown) {
    seen.push(value, key, given === map, typeof this);
  });
  return seen.join();
});
await attempt("set twice", () => {
  const map = new CookieMap("a=1; a=2; b=3");
  map.set("a", "x");
  map.set("b", "y");
  map.set("a", "z");
  return show(map);
});
await attempt("delete then set", () => {
  const map = new CookieMap("a=1");
  map.delete("a");
  const between = show(map);
  map.set("a", "2");
  return `${between} ${show(map)}`;
});
await attempt("set then delete", () => {
  const map = new CookieMap();
  map.set("a", "1", { path: "/x", domain: "d.e", secure: true });
  map.delete("a");
  return JSON.stringify(map.toSetCookieHeaders());
});
await attempt("delete with scope", () => {
  const map = new CookieMap("a=1");
  map.delete("a", { path: "/x", domain: "d.e" });
  map.delete({ name: "b", path: "/y" });
  return JSON.stringify(map.toSetCookieHeaders());
});
await attempt("cookie object", () => {
  const map = new CookieMap();
  const cookie = new Cookie("a", "1");
  map.set(cookie);
  cookie.value = "2";
  return show(map);
});
await attempt("same cookie in two maps", () => {
  const cookie = new Cookie("a", "1");
  const one = new CookieMap();
  const two = new CookieMap();
  one.set(cookie);
  two.set(cookie);
  cookie.maxAge = 5;
  return `${one.toSetCookieHeaders()} | ${two.toSetCookieHeaders()}`;
});
for (const [name, init] of Object.entries({ map: new Map([["a", "1"]]), "cookie map": new CookieMap("a=1"), pairs: [["a", "1"], ["a", "2"]], "bad pair": [["a"]], "long pair": [["a", "b", "c"]], object: { a: "1", b: 2, c: null, d: undefined }, headers: new Headers({ a: "1" }), number: 5, true: true, search: new URLSearchParams("a=1"), set: new Set(["a=1"]), date: new Date(0), "empty array": [] })) {
  await attempt(name, () => show(new CookieMap(init as any)));
}
for (const method of ["get", "has", "delete", "set"] as const) {
  for (const given of [[], [undefined], [null], [1], [{}], [{ name: "a" }], ["a", undefined], ["a", null], ["a", 1], ["a", "b", null], ["a", "b", 1], ["a", {}]] as any[]) {
    await attempt(`${method}(${JSON.stringify(given).slice(1, -1)})`, () => {
      const map: any = new CookieMap("a=1");
      const value = map[method](...given);
      return `${value} ${JSON.stringify([...map])}`;
    });
  }
}
