// @covers Bun.file
import { existsSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
writeFileSync("a", "abc");
writeFileSync("b", "abc");
await attempt("delete", () => Bun.file("a").delete());
await attempt("unlink", () => Bun.file("b").unlink());
print("left", [existsSync("a"), existsSync("b")]);
await attempt("again", () => Bun.file("a").delete());
