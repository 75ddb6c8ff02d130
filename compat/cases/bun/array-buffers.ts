// @covers Bun.allocUnsafe
// @covers Bun.concatArrayBuffers
import { attempt } from "./_print.ts";

const concat = Bun.concatArrayBuffers as (...parameters: unknown[]) => unknown;
await attempt("allocate", () => [Bun.allocUnsafe(5).constructor.name, Bun.allocUnsafe(5).length]);
for (const size of [-1, "3", undefined, null]) await attempt(`allocate ${String(size)}`, () => Bun.allocUnsafe(size as number));
await attempt("join", () => concat([new Uint8Array([1, 2]), new Uint8Array([3]).buffer, new Uint16Array([4])]));
await attempt("join at most", () => concat([new Uint8Array([1, 2]), new Uint8Array([3])], 1));
await attempt("join to bytes", () => concat([new Uint8Array([1, 2]), new Uint8Array([1, 2])], 3, true));
await attempt("join without end", () => concat([new Uint8Array([1, 2])], Infinity, true));
await attempt("join nothing", () => concat([]));
await attempt("join text", () => concat(["a"]));
await attempt("no argument", () => concat());
