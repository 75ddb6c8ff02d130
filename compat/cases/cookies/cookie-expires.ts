// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const C: any = Bun.Cookie;
const shown = (value: unknown) =>
  value instanceof Date
    ? `Date ${value.getTime()}`
    : typeof value === "bigint"
      ? `${value}n`
      : `${typeof value} ${JSON.stringify(value)}${String(value)}`;
const values = [
  0,
  1,
  1000,
  1.5,
  -1,
  NaN,
  Infinity,
  -Infinity,
  null,
  undefined,
  new Date(0),
  new Date(1e12),
  new Date(NaN),
  8.64e12,
  8.64e15,
  1e20,
  "0",
  "x",
  "",
  "1970",
  true,
  false,
  10n,
];
for (const expires of values) {
  await attempt(`expires ${shown(expires)}`, () => {
    const c = new C("n", "v", { expires });
    return [c.expires?.getTime(), c, c.isExpired()].join(" ");
  });
  await attempt(`set expires ${shown(expires)}`, () => {
    const c = new C("n", "v");
    c.expires = expires;
    return [c.expires?.getTime(), c].join(" ");
  });
}
const dates = [
  "Wed, 19 Mar 2025 15:03:26 GMT",
  "Wed, 19-Mar-25 15:03:26 GMT",
  "Wed, 19-Mar-2025 15:03:26 GMT",
  "Wed Mar 19 15:03:26 2025 GMT",
  "Wednesday, 19-Mar-25 15:03:26 GMT",
  "19 Mar 2025 15:03 GMT",
  "19 Mar 2025 15:03:26 +0100",
  "19 Mar 2025 15:03:26 PST",
  "19 Mar 2025 15:03:26 UTC",
  "2025-03-19T15:03:26Z",
  "2025-03-19",
  "19 Mar 70 00:00:00 GMT",
  "19 Mar 69 00:00:00 GMT",
  "19 Mar 49 00:00:00 GMT",
  "19 Mar 50 00:00:00 GMT",
  "19 Mar 1 00:00:00 GMT",
  "32 Mar 2025 00:00:00 GMT",
  "19 Foo 2025 00:00:00 GMT",
  "19 march 2025 15:03:26 gmt",
  "19 Mar 2025 25:00:00 GMT",
  "19 Mar 2025 3:03 PM GMT",
  "Wed, 19 Mar 2025 15:03:26 GMT junk",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "1 Jan 1601 00:00:00 GMT",
  "1 Jan 99999 00:00:00 GMT",
  "Sun Mar 19 2025 15:03:26 GMT+0100 (CET)",
  "19 Mar 2025 15:03:26GMT",
  "31 Feb 2025 00:00:00 GMT",
  "Wed, 19 Mar 2025 24:00:00 GMT",
  "Wed, 19 Mar 2025 15:03:60 GMT",
  "12345",
  "19 Mar 2025 15:03:26.5 GMT",
  "19 Mar 2025 15:60:00 GMT",
];
for (const date of dates) {
  await attempt(date, () => new C("a", "b", { expires: date }).expires.toISOString());
  await attempt(`  parsed`, () => String(C.parse(`a=b; Expires=${date}`).expires?.toISOString()));
}
await attempt("same object", () => {
  const c = new C("a", "b", { expires: 5 });
  return [c.expires === c.expires, c.expires instanceof Date].join();
});
await attempt("a copy", () => {
  const date = new Date(5000);
  const c = new C("a", "b", { expires: date });
  date.setTime(9000);
  return [c.expires.getTime(), c.expires === date].join();
});
await attempt("max-age goes first", () =>
  [
    new C("a", "b", { maxAge: 10, expires: 0 }).isExpired(),
    new C("a", "b", { maxAge: 0, expires: new Date(Date.now() + 1e6) }).isExpired(),
  ].join(),
);
