// import.meta.resolve and resolveSync.
import { basename } from "node:path";
const tail = (text: string) => text.replace(import.meta.dir, "<dir>").replace(import.meta.path, "<path>");
function attempt(what: () => string) {
  try {
    return tail(what());
  } catch (error: any) {
    return `${error.name} ${error.code} ${tail(error.message)}`;
  }
}
for (const specifier of ["./_described.ts", "./_described", "./no-such-file", "../x.ts", "/abs/x", "fs", "node:fs", "node:fs/promises", "bun", "no-such-package", "no-such-package/sub"])
  console.log("resolve", specifier, attempt(() => import.meta.resolve(specifier)));
for (const specifier of ["./_described.ts", "./_described", "./_folder", "fs", "node:fs", "no-such-package"])
  console.log("resolveSync", specifier, attempt(() => import.meta.resolveSync(specifier)));
console.log(basename(import.meta.resolveSync("./_described", import.meta.path)));
