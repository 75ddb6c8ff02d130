// @covers console
// @compare stderr
// Errors as warnings, the calls that led to a trace, and errors that are members of others.
console.warn(new Error("plain"));
console.warn("with", new TypeError("a kind"), "after");
console.warn({ deep: { error: new Error("in an object") } }, [new Error("in an array")]);
console.warn(new Error("outer", { cause: new Error("inner") }));
console.warn(new AggregateError([new Error("one"), new RangeError("two")], "both"));
console.warn(Object.assign(new Error("named"), { name: "Named", status: 1 }));
console.warn("%o and %s", new Error("as object"), new Error("as text"));
console.warn(new Error(""), "no error", null);

function traced(): void {
  console.trace("here", { a: 1 });
}
traced();
console.trace();
console.trace(new Error("traced"));
console.group("grouped");
console.trace("inside");
console.warn(new Error("inside"));
console.groupEnd();

class DatabaseError extends Error {
  original: Error;
  constructor(original: Error) {
    super("the query failed");
    this.name = "DatabaseError";
    this.original = original;
  }
}
console.error(new DatabaseError(new RangeError("out of range")));
console.error({ error: new DatabaseError(new Error("connection lost")) });
const several = Object.assign(new Error("several", { cause: new Error("cause") }), {
  first: new Error("first"),
  status: 500,
  second: new TypeError("second"),
  code: "E_SEVERAL",
});
console.error(several);
console.warn(several);
const circle: Error & { self?: Error; other?: Error & { up?: Error; own?: Error } } = new Error("circle");
circle.self = circle;
circle.other = new Error("other");
circle.other.up = circle;
circle.other.own = new Error("own", { cause: new Error("unseen") });
console.error(circle);
