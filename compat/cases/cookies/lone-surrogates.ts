// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const lone = "\ud800x";
await attempt("constructor", () => new Bun.Cookie("a", lone).value);
await attempt("object", () => new Bun.Cookie({ name: "a", value: lone }).toJSON());
await attempt("from", () => Bun.Cookie.from("a", lone).serialize());
await attempt("setter", () => {
  const cookie = new Bun.Cookie("a", "b");
  cookie.value = lone;
  return [cookie.value, cookie.serialize()];
});
await attempt("name", () => new Bun.Cookie(lone, "b"));
await attempt("parse", () => Bun.Cookie.parse(`a=${lone}`).value);
for (const init of [`a${lone}=${lone}`, `a${lone}=${lone}; b=%20`, [[lone, lone]], { [lone]: lone }]) {
  await attempt("map", () => {
    const map: any = new Bun.CookieMap(init as any);
    return [[...map], map.get(lone), map.get(`a${lone}`), map.has("a\ufffdx")];
  });
}
await attempt("map.set", () => {
  const map = new Bun.CookieMap();
  map.set("a", lone);
  return [[...map], map.toSetCookieHeaders()];
});
