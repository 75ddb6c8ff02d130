// Imports of files that are no programs.
import data, { list, name } from "./_data.json";
import * as all from "./_data.json";
import again from "./_data.json" with { type: "json" };
import note from "./_note.txt";
import source from "./_common.cjs" with { type: "text" };
import path from "./_blob.bin" with { type: "file" };
import { basename, isAbsolute } from "node:path";
console.log(JSON.stringify(data), name, JSON.stringify(list), again.name);
console.log(Object.keys(all).sort().join(), (all as any)["with-dash"]);
console.log(JSON.stringify(note), source.length, source.slice(0, 10));
console.log(basename(path), isAbsolute(path));
