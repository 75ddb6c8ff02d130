// @covers Bun.peek
import { peek } from "bun";
import { print } from "./_print.ts";

const object = {};
const values: unknown[] = [1, "text", "", -0, NaN, Infinity, 1n, true, null, undefined, Symbol.iterator, object, [object], () => 1];
for (const value of values) print(`fulfilled ${typeof value}`, Object.is(peek(Promise.resolve(value)), value));
const reason = new Error("no");
const rejected = Promise.reject(reason);
rejected.catch(() => {});
print("rejected", [peek(rejected) === reason, peek.status(rejected)]);
const pending = new Promise(() => {});
print("pending", [peek(pending) === pending, peek.status(pending)]);
print("no promise", [peek(42), peek.status(42 as never), peek.status(Promise.resolve())]);
const thenable = { then() {} };
print("thenable", (peek(thenable) as unknown) === thenable);
