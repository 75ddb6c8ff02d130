// What JavaScript of today has, whatever engine runs it.

const show = (name: string, value: unknown): void => console.log(name, JSON.stringify(value));
const failure = (name: string, run: () => unknown): void => {
  try {
    show(name, run());
  } catch (error) {
    console.log(name, error instanceof Error ? error.name : error);
  }
};

function* numbers(log: string[] = []): Generator<number> {
  try {
    yield 1;
    yield 2;
    yield 3;
    yield 4;
  } finally {
    log.push("closed");
  }
}

// Iterators.
const log: string[] = [];
show("map", [...numbers().map((n, i) => n * 10 + i)]);
show("filter", numbers().filter((n) => n % 2 === 0).toArray());
show("take", numbers(log).take(2).toArray());
show("drop", [...numbers().drop(3)]);
show("flatMap", [...numbers().take(2).flatMap((n) => [n, n])]);
show("reduce", [numbers().reduce((sum, n) => sum + n), numbers().reduce((sum, n) => sum + n, 10)]);
show("some", [numbers(log).some((n) => n > 2), numbers().every((n) => n > 2), numbers(log).find((n) => n === 3)]);
numbers().forEach((n, i) => i === 3 && log.push(`each ${n}`));
show("closed", log);
const helper = numbers(log).map(String);
helper.next();
helper.return?.();
show("returned", [log.length, helper.next(), Object.prototype.toString.call(helper)]);
show("from", [
  Iterator.from({ next: () => ({ done: true, value: 1 }) }) instanceof Iterator,
  Iterator.from("ab").toArray(),
  new Map([["a", 1]]).entries().map(([key]) => key).toArray(),
  new Set([1]).values() instanceof Iterator,
]);
failure("drop", () => numbers().drop(-1));
failure("map", () => numbers().map(5 as never));
failure("reduce", () => numbers().drop(9).reduce((sum) => sum));
failure("flatMap", () => [...numbers().flatMap(() => "ab" as never)]);
failure("Iterator", () => new (Iterator as unknown as new () => unknown)());
failure("mapper", () => numbers(log).map(() => {
  throw new RangeError("mapper");
}).next());
show("closed by an error", log.at(-1));

// Sets.
const [a, b] = [new Set([1, 2, 3]), new Set([3, 4])];
show("sets", [a.union(b), a.intersection(b), a.difference(b), a.symmetricDifference(b)].map((set) => [...set]));
show("relations", [
  new Set([3]).isSubsetOf(a),
  a.isSupersetOf(b),
  a.isDisjointFrom(new Set([9])),
  a.union(new Map([[7, 1]])).has(7),
]);
failure("no set", () => a.union([1] as never));

// Groups.
const grouped = Object.groupBy([1, 2, 3], (n) => (n % 2 ? "odd" : "even"));
show("groupBy", [grouped, Object.getPrototypeOf(grouped)]);
show("Map.groupBy", [...Map.groupBy([1, 2, 3], (n) => n % 2)]);

// Bytes.
const bytes = new Uint8Array([251, 255, 1, 2]);
show("base64", [bytes.toBase64(), bytes.toBase64({ alphabet: "base64url", omitPadding: true }), bytes.toHex()]);
show("fromBase64", [
  [...Uint8Array.fromBase64(" aGk= ")],
  [...Uint8Array.fromBase64("-_8", { alphabet: "base64url" })],
  [...Uint8Array.fromHex("00ff")],
  Uint8Array.fromBase64("").length,
]);
for (const text of ["a", "ab=", "a-_b", "ab==c", "=", "abc"]) {
  failure(`fromBase64 ${text}`, () => Uint8Array.fromBase64(text).length);
}
failure("strict", () => Uint8Array.fromBase64("abc", { lastChunkHandling: "strict" }));
failure("partial", () => [...Uint8Array.fromBase64("aGVsbG8", { lastChunkHandling: "stop-before-partial" })]);
failure("fromHex", () => Uint8Array.fromHex("0"));
failure("no text", () => Uint8Array.fromHex(5 as never));
const target = new Uint8Array(4);
show("set", [target.setFromBase64("aGVsbG8="), [...target], target.setFromHex("0102"), [...target]]);
const moved = new Uint8Array([1, 2, 3]).buffer;
show("transfer", [moved.transfer(2).byteLength, moved.byteLength]);

// Small ones.
show("escape", [RegExp.escape("1.a*b"), RegExp.escape("foo-bar baz\n"), RegExp.escape("(x)/[y]"), RegExp.escape("")]);
failure("escape", () => RegExp.escape(5 as never));
await Promise.try(() => {
  throw new Error("tried");
}).catch((error: Error) => show("try", error.message));
show("try", await Promise.try((n: number) => n + 1, 1));

// Stacks.
const order: string[] = [];
{
  using stack = new DisposableStack();
  stack.defer(() => order.push("first"));
  stack.use({ [Symbol.dispose]: () => void order.push("second") });
  stack.adopt("third", (value) => order.push(value));
}
show("DisposableStack", order);
const failing = new DisposableStack();
failing.defer(() => {
  throw new Error("one");
});
failing.defer(() => {
  throw new Error("two");
});
try {
  failing.dispose();
} catch (error) {
  if (error instanceof SuppressedError) show(error.name, [error.error.message, error.suppressed.message]);
}
show("disposed", [failing.disposed, Object.prototype.toString.call(failing)]);
failure("after", () => failing.defer(() => {}));
await using later = new AsyncDisposableStack();
later.defer(async () => {
  await 1;
  console.log("disposed asynchronously");
});
