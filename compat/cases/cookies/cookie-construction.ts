// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const C: any = Bun.Cookie;
const json = (cookie: unknown) => JSON.stringify(cookie);
const inits: [string, unknown[]][] = [
  ["nothing", []],
  ["undefined", [undefined]],
  ["null", [null]],
  ["5", [5]],
  ["true", [true]],
  ["{}", [{}]],
  ["[]", [[]]],
  ["{name}", [{ name: "x" }]],
  ["{name,value}", [{ name: "x", value: "y" }]],
  ["{value}", [{ value: "y" }]],
  ["{name:5}", [{ name: 5, value: 6 }]],
  ["{name:null}", [{ name: null, value: null }]],
  ["{name:''}", [{ name: "" }]],
  ["a", ["a"]],
  ["''", [""]],
  ["a=b", ["a=b"]],
  ["a=b; Path=/x", ["a=b; Path=/x"]],
  ["a,b", ["a", "b"]],
  ["a,undefined", ["a", undefined]],
  ["a,null", ["a", null]],
  ["a,5", ["a", 5]],
  ["5,5", [5, 5]],
  ["'',b", ["", "b"]],
  ["symbol", ["a", Symbol("s")]],
  ["a String", [new String("a=b")]],
  ["a cookie", [new C("a", "b", { path: "/z", maxAge: 5 })]],
  ["options 5", ["a", "b", 5]],
  ["options x", ["a", "b", "x"]],
  ["options null", ["a", "b", null]],
  ["options true", ["a", "b", true]],
  ["options []", ["a", "b", []]],
  ["options with a name", ["a", "b", { name: "z", value: "q" }]],
];
for (const [name, args] of inits) await attempt(`new ${name}`, () => json(new C(...args)));
for (const [name, args] of inits) await attempt(`from ${name}`, () => json(C.from(...args)));
await attempt("members", () => Object.keys(new C("a", "b")).length + Object.keys(C.prototype).join());
await attempt("lengths", () =>
  [C.length, C.name, C.parse.length, C.from.length, C.prototype.isExpired.length].join(),
);
await attempt("tag", () => Object.prototype.toString.call(new C("a", "b")));
await attempt("subclass", () => {
  class Mine extends C {}
  const mine: any = new Mine("a", "b");
  return [mine instanceof Mine, mine instanceof C, mine.name, mine.constructor.name].join();
});
for (const member of ["toString", "serialize", "toJSON", "isExpired"])
  await attempt(`${member} of {}`, () => C.prototype[member].call({}));
for (const member of ["name", "value", "expires", "maxAge"])
  await attempt(`get ${member} of {}`, () => Reflect.get(C.prototype, member, {}));
await attempt("set value of {}", () => Reflect.set(C.prototype, "value", "x", {}));
