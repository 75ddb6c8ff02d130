// @covers console
// @compare stderr
// What goes to stderr, and errors wherever they are printed.
console.warn("warn", { a: 1 }); console.error("error", [1]); console.assert(true, "no"); console.assert(false, "yes", { a: 1 }); console.assert(false);
console.group("stdout"); console.error("indented"); console.groupEnd();
const error = new Error("printed");
console.error(error);
console.error("with", error, "after");
console.log({ error });
console.log([new TypeError("in an array")]);
console.log(Bun.inspect(new RangeError("inspected", { cause: new Error("why") })));
console.log("%s", new Error("as text"));
