// @covers Bun.write
import { statSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { print } from "./_print.ts";

enterFolder();
process.umask(0o022);
const mode = (name: string) => (statSync(name).mode & 0o777).toString(8);
writeFileSync("source", "abc", { mode: 0o640 });
await Bun.write("default", "x");
print("default", mode("default"));
await Bun.write("text", "x", { mode: 0o600 });
print("text", mode("text"));
await Bun.write("bytes", Buffer.alloc(600_000), { mode: 0o600 });
print("bytes", mode("bytes"));
await Bun.write("copy", Bun.file("source"));
print("copy", mode("copy"));
await Bun.write("private", Bun.file("source"), { mode: 0o600 });
print("copy with mode", mode("private"));
writeFileSync("existing", "abc", { mode: 0o644 });
await Bun.write("existing", Bun.file("source"), { mode: 0o600 });
print("copy over a file", mode("existing"));
