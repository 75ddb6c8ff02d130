// @covers console
// What the console prints, and how.
console.log(); console.log(""); console.log("a", 1, null, undefined, true, 5n, Symbol("x"), -0, NaN);
console.log("%s|%s", "a", { x: 1 }, "rest", 7); console.log("%d %i %f %x", "42.5", "42.9", "1.5e3", 9);
console.log("%j %o %O %c.", { a: 1 }, { b: [1] }, { c: 1 }, "css"); console.log("100%", 5); console.log("%%s", 5); console.log("%s"); console.log("%s %s", "one");
console.log("a", "%s", "b"); console.log(["%s"], "b"); console.log("%i|%d|%f", "12px", true, "x");
console.log({ a: 1, b: "x", c: [1, 2, 3], d: { e: { f: { g: 1 } } } }, [{ a: 1 }, { b: 2 }], [[1], [2, [3, [4]]]]);
console.log({ "a-b": 1, 5: 2, [Symbol("s")]: 3, f() {}, g: () => 1, h: class X {}, i: async () => {} });
console.log(new Map([["a", { b: 1 }]]), new Set([1, "x"]), new Map(), [new Map([["a", 1]])]); console.log(new Date(0), /x/g, Promise.resolve(1), new Promise(() => {}));
console.log(Buffer.from("abc"), new Uint8Array([1, 2]), new ArrayBuffer(3)); class Point { x = 1; get y() { return 2; } m() {} } console.log(new Point(), [new Point()]);
const circle: any = { n: 1 }; circle.self = circle; console.log(circle); console.log([, 1], [undefined, null], { get a() { return 1; }, set a(v) {} }, "it's \"q\"", ["it's \"q\"\n"]);
console.info("info"); console.debug("debug"); console.dir({ a: { b: { c: { d: 1 } } } }); console.dir({ a: { b: 1 } }, { depth: 0 }); console.dirxml({ a: 1 }, 2);
console.group("G"); console.log("in"); console.log({ a: 1 }); console.group(); console.log("deeper"); console.groupEnd(); console.groupEnd(); console.log("out"); console.groupCollapsed("C"); console.log("flat"); console.groupEnd();
console.count(); console.count(); console.count("x"); console.countReset(); console.count();
console.table([{ a: 1, b: "x" }, { a: 2, c: true }]); console.table([[1, 2]]); console.table(["one", { two: 2 }]); console.table({ r: { a: 1 } }); console.table("text"); console.table([{ a: 1, b: 2 }], ["b"]);
console.log(console.write("a", "é", "\n"), console.write(new Uint8Array([66, 10]) as any));
for await (const line of console) console.log("line", line);
