// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const C: any = Bun.Cookie;
const named = (value: unknown) =>
  typeof value === "bigint" ? `${value}n` : `${typeof value} ${JSON.stringify(value)} ${String(value)}`;
const all = {
  domain: "x.com",
  path: "/p",
  expires: 0,
  secure: true,
  httpOnly: true,
  sameSite: "strict",
  partitioned: true,
  maxAge: 5,
};
await attempt("all", () => [String(new C("a", "b", all)), JSON.stringify(new C("a", "b", all))].join("\n"));
for (const name of [
  "a b",
  "a=b",
  "a;b",
  "a,b",
  "é",
  "a\tb",
  "a\n",
  '"a"',
  "a(b)",
  "__Host-x",
  "a%20b",
  " a",
  "a ",
  "a\0",
  "日",
  "[x]",
  "a@b",
  "a/b",
  "a\\b",
  "a\x7f",
  "!#$%&'*+-.^_`|~",
])
  await attempt(`name ${JSON.stringify(name)}`, () => String(new C(name, "v")));
for (const value of [
  "",
  "a b",
  "a=b",
  "a;b",
  "a,b",
  "é",
  "a\tb",
  "a\n",
  '"a"',
  "a%20b",
  " a",
  "a\0",
  "日",
  "\ud800",
  "a+b",
  "a/b?c:d@e&f",
  "!*'()~-._",
  "😀",
])
  await attempt(`value ${JSON.stringify(value)}`, () => String(new C("n", value)));
for (const path of ["", "/", "x", "/a;b", "/é", "/a b", "/\n", 5, null, undefined, "/a,b", "/\x7f", "/\x1f"])
  await attempt(`path ${named(path)}`, () => {
    const c = new C("n", "v", { path });
    return [JSON.stringify(c.path), c].join(" ");
  });
for (const domain of [
  "",
  "x.com",
  ".x.com",
  "X.COM",
  "a;b",
  "é",
  "a b",
  "\n",
  5,
  null,
  undefined,
  "a,b",
  "x.com.",
  "localhost",
  "[::1]",
  "a_b",
  "a-b",
  "..",
  "a:80",
])
  await attempt(`domain ${named(domain)}`, () => {
    const c = new C("n", "v", { domain });
    return [JSON.stringify(c.domain), c].join(" ");
  });
for (const maxAge of [
  0,
  1,
  1.5,
  -1,
  NaN,
  Infinity,
  "5",
  "x",
  "",
  null,
  undefined,
  true,
  1e20,
  2 ** 31,
  10n,
  -0.5,
  0.1,
  1e21,
  1e-7,
  {},
])
  await attempt(`maxAge ${named(maxAge)}`, () => {
    const c = new C("n", "v", { maxAge });
    return [c.maxAge, c, c.isExpired()].join(" ");
  });
for (const sameSite of [
  "strict",
  "Strict",
  "LAX",
  "lax",
  "none",
  "None",
  "",
  "x",
  null,
  undefined,
  5,
  true,
  { toString: () => "none" },
])
  await attempt(`sameSite ${named(sameSite)}`, () => {
    const c = new C("n", "v", { sameSite });
    return [c.sameSite, c].join(" ");
  });
for (const flag of [0, 1, "", "x", null, undefined, true, {}])
  await attempt(`flags ${named(flag)}`, () =>
    String(new C("n", "v", { secure: flag, httpOnly: flag, partitioned: flag })),
  );
await attempt("which error first", () => new C("a b", "v", { path: ";", sameSite: "x" }));
await attempt("which error second", () => new C("a b", "v", { path: ";", domain: "é" }));
await attempt("which error third", () => new C("a", "v", { path: ";", domain: "é" }));
await attempt("order of reading", () => {
  const log: string[] = [];
  const init = new Proxy(
    { name: "a", value: "b" },
    { has: (target, key) => (log.push(String(key)), key in target) },
  );
  new C(init);
  return log.slice(0, 2).join();
});
