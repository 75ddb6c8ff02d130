// @covers Bun.file
import { writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
writeFileSync("a.txt", "hello world");
const file = Bun.file("a.txt");
const slices: unknown[][] = [[], [2], [2, 5], [-5], [-5, -2], [0, 100], [5, 2], [100], ["2", "4"], [NaN, 3], [1.5, 3.9], [2, 5, "text/css"], ["text/css"], [undefined, 5], [0, 5, "TEXT/CSS"], [0, 5, "é"], [null, 4], [2, "image/png"], [0, 5, 1], [Infinity], [-Infinity, 4], [1, -2]];
for (const phase of ["size unknown", "size known"]) {
  for (const slice of slices) {
    const part = (file.slice as (...parameters: unknown[]) => Bun.BunFile)(...slice);
    await attempt(`${phase} ${JSON.stringify(slice)}`, async () => [part.type, part.name, await part.text(), part.size]);
  }
  print("size", file.size);
}
const part = file.slice(2, 8);
await attempt("nested", () => part.slice(1, 3).text());
await attempt("nested from the end", () => part.slice(-3, -1).text());
await attempt("nested beyond the end", () => part.slice(2, 100).text());
await attempt("bytes", () => part.bytes());
await attempt("response", () => new Response(part).text());
await attempt("exists", () => part.exists());
await attempt("missing", () => Bun.file("missing").slice(0, 5).text());
print("inherits types it knows", [Bun.file("a.txt", { type: "x/y" }).slice(0, 2).type, Bun.file("a.txt", { type: "text/css" }).slice(0, 2).type]);
