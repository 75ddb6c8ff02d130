// @covers console
// Where lines break: text before an array counts, what stands on the last line of an object, too.
const x = (count: number): string => "x".repeat(count);
for (const count of [77, 78, 79, 80]) console.log(x(count), [1]);
for (const count of [77, 78, 79]) console.log(x(count), 1, ["a", "b"]);
for (const count of [39, 40, 41]) console.log(x(count), x(count), [1, 2]);
for (const count of [76, 77]) console.log("%s", x(count), [1]);
console.log("é".repeat(40), [1]);
console.log(x(100), {}, [1], [2]);
console.log(x(100), [1], [2], x(100), [3]);
console.log(x(100), { a: [1, 2], b: [3] }, [2]);
console.log(x(100), [1, 2, 3, x(100), 5, 6]);
console.log(x(100), new Uint8Array(3), [1]);
console.log([{ a: x(100) }, { b: 1 }], [{ a: x(100), c: 1 }, { b: 1 }, 3, 4]);
console.log({ a: [x(100)], b: [1] }, [1]);
console.log([1, { a: x(100) }, 2, 3]);
console.log([[x(90)], [1], [2]]);
console.log(
  Array.from({ length: 4 }, (_, id) => ({ id, name: `user number ${id}`, note: x(id * 30) })),
);
console.error(x(100), ["to stderr"]);
console.group(x(100), [1]);
console.log(x(100), [1]);
console.groupEnd();
