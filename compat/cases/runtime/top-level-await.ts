// Top-level await, with require in the same file.
const { basename } = require("node:path");
const value = await new Promise<number>((resolve) => setTimeout(resolve, 5, 7));
console.log(value, basename("/a/b.ts"));
for await (const item of (async function* () { yield 1; yield 2; })()) console.log(item);
