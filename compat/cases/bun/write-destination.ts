// @covers Bun.write
import { existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
const read = (name: string) => readFileSync(name, "utf8");
mkdirSync("folder");
await attempt("file", async () => [await Bun.write(Bun.file("a"), "file"), read("a")]);
await attempt("slice", async () => [await Bun.write(Bun.file("a").slice(0, 2), "whole"), read("a")]);
await attempt("url", async () => [await Bun.write(new URL(`file://${process.cwd()}/b`), "url"), read("b")]);
await attempt("bytes", async () => [await Bun.write(new TextEncoder().encode("c") as never, "bytes"), read("c")]);
const fd = openSync("d", "w+");
await attempt("descriptor", async () => [await Bun.write(fd as never, "one"), await Bun.write(fd as never, "two"), await Bun.write(Bun.file(fd), new Uint8Array([65])), read("d")]);
await attempt("method", async () => [await Bun.file("e").write("method"), read("e")]);
await attempt("stdout", () => Bun.write(Bun.stdout, "to standard output\n"));
await attempt("makes folders", async () => [await Bun.write("new/deep/f", "x"), read("new/deep/f")]);
await attempt("makes no folders", () => Bun.write("other/deep/f", "x", { createPath: false }));
print("made none", existsSync("other"));
for (const destination of [undefined, null, {}, "", true, [], -1, 1.5, 7777, "folder", "a/x", new URL("http://host/a"), new Blob(["x"])])
  await attempt(`to ${destination instanceof Blob ? "blob" : JSON.stringify(destination)}`, () => Bun.write(destination as string, "x"));
for (const options of [{ createPath: 1 }, { mode: "600" }, { mode: -1 }, { mode: 0o1777 }, { mode: {} }, "text"])
  await attempt(`options ${JSON.stringify(options)}`, () => Bun.write("f", "x", options as never));
await attempt("nothing to write", () => (Bun.write as (path: string) => unknown)("g"));
await attempt("nowhere to write", () => (Bun.write as () => unknown)());
Bun.write("h", "at once");
print("small content is there at once", read("h"));
