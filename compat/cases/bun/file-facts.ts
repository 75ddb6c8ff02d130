// @covers Bun.file
import { mkdirSync, openSync, utimesSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
writeFileSync("a.txt", "hello world");
utimesSync("a.txt", 1000, 1000);
mkdirSync("folder");
for (const name of ["a.txt", "missing.txt", "folder", "/dev/null", "/proc/self/status"]) {
  const file = Bun.file(name);
  print(name, [file.name, file.type, name === "folder" ? "" : file.size, await file.exists()]);
}
print("lastModified", [Bun.file("a.txt").lastModified, Bun.file("missing.txt").lastModified]);
const fd = Bun.file(openSync("a.txt", "r"));
print("descriptor", [fd.name, fd.type, fd.size, await fd.exists()]);
await attempt("descriptor text", () => fd.text());
await attempt("bad descriptor", () => Bun.file(7777).text());
print("bad descriptor", [Bun.file(7777).size, await Bun.file(7777).exists()]);
await attempt("stat", async () => (await Bun.file("a.txt").stat()).size);
for (const name of [new URL(`file://${process.cwd()}/a.txt`), new TextEncoder().encode("a.txt"), new TextEncoder().encode("a.txt").buffer])
  await attempt("name", () => Bun.file(name as string).size);
