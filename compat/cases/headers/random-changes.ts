// @covers Headers
// Three thousand headers and what is done to them; one line says what came of a hundred.
import { createHash } from "node:crypto";
import { random, told } from "../../random.ts";

const { chance, int, many, pick } = random(1);
const NAMES: any[] = [
  "a", "A", "b", "X-A", "x-a", "Content-Type", "content-type", "CONTENT-LENGTH", "Set-Cookie", "set-cookie", "SET-COOKIE", "Cookie", "cookie", "Cookie2", "Host", "Accept", "ETag", "DNT", "TE", "Date", "Transfer-Encoding",
  "", "a b", "a:", "\u00fc", "a\n", "\0", ":status", "1", "x\u0100", "__proto__", "constructor", "(a)", "a,b", "a|b", "~", "'", '"q"', 1, null, undefined, true, {}, [], ["a"], { toString: () => "object" }, Symbol.iterator, 1n,
];
const VALUES: any[] = [
  "1", "", "x", " y ", "\t z\t", "a, b", "a=1", "a=1; Path=/", "\u00fc", "\u00ff", "\u0100", "\u20ac", "a\nb", "a\r", "\n", "\0", "a\0b", "\x01", "\x7f", "\x0b", "\x0ba\x0c", "\u00a0x\u00a0", 1, null, undefined, true, {}, [1, 2],
  { toString: () => "value" }, { toString() { throw new RangeError("boom"); } }, Symbol("s"), 1n, "x".repeat(300), "\u{1f600}",
];
const name = () => pick(NAMES);
const value = () => pick(VALUES);
const dump = (headers: any) => [[...headers], headers.toJSON(), headers.count, headers.getSetCookie(), JSON.stringify(headers)];

function inits(): (() => any)[] {
  return [
    () => undefined,
    () => ({}),
    () => Object.fromEntries(many(5, () => [name(), value()]).map(([one, two]) => [typeof one === "symbol" ? one : String(one), two])),
    () => many(5, () => [name(), value()]),
    () => new Map(many(4, () => [name(), value()] as const)),
    () => many(3, () => pick<any>([[name(), value()], [name()], [], "ab", "abc", 5, null, new Set(["a", "b"]), [name(), value(), 1], {}])),
    () => {
      const headers = new Headers();
      for (let i = int(6); i > 0; i--) headers.append(pick(["a", "B", "set-cookie", "x-y", "cookie", "Content-Type"]), pick(["1", "2", "q"]));
      return headers;
    },
    () => pick<any>([null, 1, true, "x", Symbol.iterator, 1n, () => {}, new URLSearchParams("a=1&b=2"), new Date(0), /x/, new Set([["a", "1"]]), new FormData(), [[["a"], ["1"]]], { [Symbol.iterator]: 5 }, { [Symbol.iterator]: () => 5 }]),
    () => Object.defineProperties({ a: "1" }, { hidden: { value: "1" }, getter: { get: () => "g", enumerable: true } }),
    () => Object.create({ inherited: "1" }, { own: { value: "2", enumerable: true } }),
    () => new Proxy({ a: "1", b: "2" }, {}),
    () => ({ [pick(["a", "B"])]: "1", [pick(["set-cookie", "Cookie"])]: pick<any>(["x", ["x", "y"]]) }),
  ];
}

/** Changes what is iterated. */
function changeWhileIterating(headers: any): unknown[] {
  const seen: unknown[] = [];
  const change = int(6);
  for (const field of headers) {
    seen.push(field);
    if (seen.length > 8) break;
    if (change === 0) headers.delete(field[0]);
    else if (change === 1) headers.append(`zz${seen.length}`, "1");
    else if (change === 2) headers.append(`0${seen.length}`, "1");
    else if (change === 3) headers.set(field[0], "changed");
    else if (change === 4) headers.append("set-cookie", `n${seen.length}`);
    else headers.delete("set-cookie");
  }
  return seen;
}

let lines: string[] = [];
for (let i = 0; i < 3000; i++) {
  const init = pick(inits())();
  let headers: any;
  const log = [
    told(() => {
      headers = new Headers(init);
      return dump(headers);
    }),
  ];
  for (let steps = headers === undefined ? 0 : int(7); steps > 0; steps--) {
    const one = name();
    const two = value();
    const works: Record<string, () => unknown> = {
      append: () => headers.append(one, two),
      set: () => headers.set(one, two),
      delete: () => headers.delete(one),
      get: () => headers.get(one),
      has: () => headers.has(one),
      getAll: () => headers.getAll(one),
      keys: () => [...headers.keys()],
      values: () => [...headers.values()],
      change: () => changeWhileIterating(headers),
      appendOne: () => headers.append(one),
      getNone: () => headers.get(),
      deleteNone: () => headers.delete(),
      copy: () => dump(new Headers(headers)),
      append2: () => headers.append(one, two),
    };
    const work = pick(Object.keys(works));
    log.push(work, String(one), told(works[work] ?? (() => {})));
  }
  if (headers !== undefined) log.push(told(() => dump(headers)));
  lines.push(log.join(" "));
  if (lines.length < 100) continue;
  console.log(i, createHash("sha1").update(lines.join("\n")).digest("hex"), lines.find((line) => line.length < 200) ?? "", chance(0.5));
  lines = [];
}
