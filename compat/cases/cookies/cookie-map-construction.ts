// @covers Bun.CookieMap
import { attempt } from "../../client.ts";

const M: any = Bun.CookieMap;
const inits: unknown[] = [
  undefined,
  null,
  5,
  true,
  "",
  "a=b",
  "a=b; c=d",
  "a=b;c=d",
  "a=b,c=d",
  "a=b; a=c",
  "a",
  "a; b=c",
  "=x",
  "a=",
  "a=b=c",
  " a = b ",
  "a=%20",
  "a=%zz",
  "a=%ff%41",
  "a=%4",
  "a=%",
  "a=%%41",
  "a=%E6%97%A5%e6",
  "a=%ed%a0%80",
  'a="q"',
  "a b=c",
  "é=ü",
  "a=b;;c=d",
  "%41=b",
  "a=日",
  ";",
  "a=b; Path=/x",
  "a=\tb\t;\tc = d ;e\u00a0=\u00a0f",
  "__proto__=x; constructor=y",
  "a=\xe9%C3%A9",
  "a=+",
  [],
  [["a", "b"]],
  [["a"]],
  [["a", "b", "c"]],
  [[]],
  ["ab"],
  ["a", "b"],
  [5],
  [null],
  [["a b", "c"]],
  [["a", "x;y"]],
  [["", "x"]],
  [["a", 5]],
  [
    ["a", "b"],
    ["a", "c"],
  ],
  [{ 0: "c", 1: "d", length: 2 }],
  { a: "b" },
  { a: 5 },
  { a: null },
  { a: undefined },
  { a: {} },
  { "a b": "c" },
  { "": "x" },
  { a: "x;y" },
  { b: "1", 2: "2", a: "3" },
  new Map([["a", "b"]]),
  new Set([["a", "b"]]),
  new Headers({ a: "b" }),
  new M("m=n"),
  new Date(0),
  5n,
];
for (const init of inits)
  await attempt(typeof init === "bigint" ? "bigint" : `${typeof init} ${JSON.stringify(init)}`, () => {
    const map = new M(init);
    return `${map.size} ${JSON.stringify([...map])} ${JSON.stringify(map)} ${JSON.stringify(map.toSetCookieHeaders())}`;
  });
await attempt("symbol", () => new M(Symbol("x")));
await attempt(
  "a getter throws",
  () =>
    new M({
      get a() {
        throw new Error("boo");
      },
    }),
);
await attempt("members", () => Object.keys(M.prototype).join());
await attempt("lengths", () =>
  [
    M.length,
    M.name,
    M.prototype.get.length,
    M.prototype.set.length,
    M.prototype.delete.length,
    M.prototype.forEach.length,
  ].join(),
);
await attempt("tag", () => `${new M("a=b")} ${M.prototype[Symbol.iterator] === M.prototype.entries}`);
await attempt("json", () => {
  const json = new M("__proto__=x; 1=2; a=3").toJSON();
  return [Object.getPrototypeOf(json) === Object.prototype, Object.keys(json)].join();
});
