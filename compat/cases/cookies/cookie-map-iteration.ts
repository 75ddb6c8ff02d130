// @covers Bun.CookieMap
import { attempt } from "../../client.ts";

const M: any = Bun.CookieMap;
const make = () => new M("a=1; b=2; c=3");
await attempt("entries", () => JSON.stringify([...make().entries()]));
await attempt("keys and values", () => JSON.stringify([...make().keys(), ...make().values()]));
await attempt("steps", () => {
  const it = new M("a=b").keys();
  return [
    it.toString(),
    it[Symbol.iterator]() === it,
    JSON.stringify(it.next()),
    it.next().done,
    it.next().done,
  ].join();
});
await attempt("forEach", () => {
  const map = make();
  const seen: unknown[] = [];
  map.forEach(function (this: unknown, value: string, name: string, other: unknown) {
    seen.push(value, name, other === map, this);
  }, "T");
  return seen.map(String).join();
});
await attempt("forEach without", () => make().forEach());
await attempt("forEach 5", () => make().forEach(5));
await attempt("changes meanwhile", () => {
  const map = make();
  const seen: string[] = [];
  for (const [name] of map) {
    seen.push(name);
    if (name === "a" && seen.length < 2) {
      map.set("new", "1");
      map.delete("b");
    }
  }
  return seen.join();
});
await attempt("deleting the one just seen", () => {
  const map = make();
  const it = map.entries();
  it.next();
  map.delete("a");
  return JSON.stringify([...it]);
});
for (const member of [
  "get",
  "has",
  "set",
  "delete",
  "entries",
  "keys",
  "values",
  "forEach",
  "toJSON",
  "toSetCookieHeaders",
])
  await attempt(`${member} of {}`, () => M.prototype[member].call({}, "a", "b"));
await attempt("size of {}", () => Reflect.get(M.prototype, "size", {}));
