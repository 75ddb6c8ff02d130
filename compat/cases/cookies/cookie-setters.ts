// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const cookie: any = new Bun.Cookie("a", "b");
const values: [string, unknown[]][] = [
  ["value", ["x y", 5, null, undefined, Symbol("s")]],
  ["domain", ["x.y", "X.y", null, undefined, "", "a;b"]],
  ["path", ["/q", "q", "", null, undefined, "/;"]],
  ["secure", [1, "", true]],
  ["httpOnly", [{}, 0]],
  ["partitioned", [1, null]],
  ["sameSite", ["strict", "None", "LAX", "x", null, 5]],
  ["maxAge", [5, "6", null, undefined, NaN, Infinity, -5, "x", true, Symbol("s"), 10n]],
];
for (const [member, all] of values)
  for (const value of all)
    await attempt(`${member} = ${String(value)}`, () => {
      cookie[member] = value;
      return JSON.stringify(cookie[member]) ?? "undefined";
    });
console.log(String(cookie));
await attempt("name", () => Reflect.set(cookie, "name", "z") + cookie.name);
