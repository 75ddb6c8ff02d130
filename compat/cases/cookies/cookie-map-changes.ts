// @covers Bun.CookieMap
import { attempt } from "../../client.ts";

const C: any = Bun.Cookie;
const change = (name: string, work: (map: any) => unknown, from = "a=1; b=2; c=3") =>
  attempt(name, () => {
    const map: any = new Bun.CookieMap(from);
    const result = work(map);
    return [
      JSON.stringify(result),
      map.size,
      [...map].map((pair: any) => pair.join("=")).join("&"),
      JSON.stringify(map.toSetCookieHeaders()),
    ].join(" ");
  });
await change("set a new one", (map) => map.set("z", "9"));
await change("set an old one", (map) => map.set("a", "9"));
await change("set twice", (map) => {
  map.set("z", "1");
  map.set("y", "2");
  map.set("z", "3");
});
await change("set, then delete", (map) => {
  map.set("z", "1");
  map.delete("z");
});
await change("delete, then set", (map) => {
  map.delete("a");
  map.set("a", "q");
});
await change("delete", (map) => map.delete("a"));
await change("delete what is not there", (map) => map.delete("nope"));
await change("delete with options", (map) => map.delete("a", { path: "/p", domain: "d.com" }));
await change("delete by options", (map) => map.delete({ name: "a", path: "/p", domain: "d.com" }));
await change("delete a cookie", (map) => map.delete(new C("a", "q", { path: "/z", domain: "t.u" })));
for (const value of [null, undefined, 5, {}, { path: "/p" }, { name: 5 }, { name: "" }, "", "a b"])
  await change(`delete ${JSON.stringify(value)}`, (map) => map.delete(value));
for (const value of [
  5,
  null,
  undefined,
  { path: "" },
  { path: "q" },
  { path: "/;" },
  { domain: null },
  { domain: "é" },
  { name: "b" },
  { secure: true, maxAge: 5 },
])
  await change(`delete a, ${JSON.stringify(value)}`, (map) => map.delete("a", value));
await change("delete nothing", (map) => map.delete());
await change("set nothing", (map) => map.set());
for (const args of [
  ["a"],
  ["a", undefined],
  ["a", null],
  [5, 5],
  [{ name: "q", value: "r", maxAge: 5 }],
  [{ name: "q" }],
  [null],
  [{ name: "q", value: "r" }, "zz"],
  ["q=r"],
  ["a b", "c"],
  ["", "x"],
  ["a", ""],
  ["q", "r", { maxAge: 0 }],
  ["q", "r", { httpOnly: true, path: "/p", name: "zz", value: "yy" }],
  ["q", "r", 5],
])
  await change(`set ${JSON.stringify(args)}`, (map) => map.set(...args));
await change("set a cookie", (map) => map.set(new C("q", "r", { path: "/x" })));
await change("a cookie that was set stays live", (map) => {
  const c = new C("q", "1");
  map.set(c);
  c.value = "2";
  c.path = "/changed";
  return map.get("q");
});
await change("an expired one", (map) => map.set("a", "", { expires: new Date(0) }));
await change("every attribute", (map) =>
  map.set("q", "r", {
    secure: true,
    domain: "x.y",
    path: "",
    sameSite: "none",
    expires: new Date(1e12),
    maxAge: 3,
    partitioned: true,
    httpOnly: true,
  }),
);
await change("get", (map) => [
  map.get("a"),
  map.get("n"),
  map.get(""),
  map.get("A"),
  map.get(),
  map.get(5),
  map.get(null),
  map.get({ name: "a" }),
]);
await change("has", (map) => [map.has("a"), map.has("n"), map.has(), map.has({ name: "a" })]);
await change("get after delete", (map) => {
  map.delete("a");
  return [map.get("a"), map.has("a")];
});
await change("get what was set", (map) => {
  map.set("a", "é x");
  return map.get("a");
});
await change("order", (map) => {
  map.set("b", "9");
  map.set("d", "1");
  map.delete("a");
  map.set("a", "2");
  return [...map.keys(), ...map.values(), ...Object.keys(map.toJSON())];
});
await change(
  "set one of two",
  (map) => {
    map.set("a", "3");
  },
  "a=1; a=2",
);
await change(
  "delete one of two",
  (map) => {
    map.delete("a");
  },
  "a=1; b=5; a=2",
);
await change("empty values", (map) => [map.get("a"), map.has("a")], "a=");
