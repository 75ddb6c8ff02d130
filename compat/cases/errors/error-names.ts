// @covers console
// @compare stderr
// By which name an error is shown: its own, or one that stands on its class; no getter is asked.
class Getter extends Error {
  override get name() {
    return "FromGetter";
  }
}
class Static extends Error {
  static override name = "FromStatic";
}
class Own extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FromConstructor";
  }
}
class Field extends Error {
  override name = "FromField";
}
class OnClass extends Error {}
OnClass.prototype.name = "OnClass";
class Below extends OnClass {}
class Plain extends Error {}
class Hidden extends Error {
  constructor(message: string) {
    super(message);
    Object.defineProperty(this, "name", { value: "Hidden", enumerable: false });
  }
}
for (const Kind of [Getter, Static, Own, Field, OnClass, Below, Plain, Hidden]) {
  console.error(new Kind("message"));
  console.warn(new Kind(""));
}
console.error(new TypeError("of the language"), Object.assign(new Error("named"), { name: 5 }));
console.error(Object.assign(new Error("ENOENT: only a code"), { code: "ENOENT" }));
console.error(Object.assign(new Error("ENOENT: a call"), { errno: -2, code: "ENOENT", syscall: "open", path: "/x" }));
console.error(Object.assign(new Error("a call"), { errno: -2, code: "ENOENT", syscall: "open", path: "/x" }));

const server = Bun.serve({
  port: 0,
  development: false,
  fetch() {
    throw new Getter("in a handler");
  },
});
console.log((await fetch(server.url)).status);
await server.stop(true);
process.exit(0);
