// Members of import.meta, the started file and an imported one.
import { basename, dirname } from "node:path";
import { describe } from "./_described";

const meta = import.meta;
console.log(meta, Object.keys(meta).length);
console.log(basename(meta.dir), meta.dir === meta.dirname, meta.dir === dirname(meta.path));
console.log(meta.file, basename(meta.path), meta.path === meta.filename, meta.path === meta.dir + "/" + meta.file);
console.log(meta.url === "file://" + meta.path, new URL("./x.ts", meta.url).pathname === meta.dir + "/x.ts");
console.log(meta.main, typeof meta.env, meta.env === process.env, meta.env === Bun.env);
for (const name of ["dir", "dirname", "file", "path", "filename", "main", "url", "env", "require", "resolve", "resolveSync", "nothing"])
  console.log(name, typeof (meta as any)[name], name in meta);
console.log(describe());
const { dir, file, main } = import.meta;
console.log(basename(dir), file, main);
