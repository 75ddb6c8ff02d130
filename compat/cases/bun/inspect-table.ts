// @covers Bun.inspect
const { table } = Bun.inspect;
process.stdout.write(table([{ a: 1, b: "x" }, { a: 2, c: true }]));
process.stdout.write(table([[1, 2], [3, 4]]));
process.stdout.write(table({ x: { a: 1 }, y: { a: 2 } }));
process.stdout.write(table([{ a: 1, b: 2 }], ["b"]));
process.stdout.write(table([1, "a"]));
process.stdout.write(table([]));
process.stdout.write(table(new Map([["k", { a: 1 }]])));
process.stdout.write(table([{ a: { b: 1 }, c: [1, 2], d: null, e: undefined, f: "日本" }]));
