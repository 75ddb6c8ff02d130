// @covers Bun.file
import { mkdirSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt } from "./_print.ts";

enterFolder();
mkdirSync("folder");
for (const method of ["text", "json", "bytes", "arrayBuffer", "formData", "stat", "delete", "unlink"] as const)
  await attempt(method, () => Bun.file("missing.txt")[method]());
for (const method of ["text", "bytes", "delete"] as const) await attempt(`folder ${method}`, () => Bun.file("folder")[method]());
for (const name of [undefined, null, -1, 1.5, NaN, 99999999999, {}, [], true, 1n, Symbol("x"), "a\0b", new URL("http://host/a")])
  await attempt(`name ${String(name)}`, () => Bun.file(name as string).name);
await attempt("long name", () => {
  try {
    return Bun.file("y".repeat(5000));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
});
