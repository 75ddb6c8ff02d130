// require inside a module.
import { readFileSync } from "node:fs";
console.log(import.meta.require("node:fs").readFileSync === readFileSync, require("fs").readFileSync === readFileSync);
console.log(JSON.stringify(import.meta.require("./_common.cjs")), require("./_common").one, require("./_data.json").name);
console.log(require.main === module, typeof require.resolve, require.resolve("./_common.cjs") === import.meta.dir + "/_common.cjs");
console.log(__filename === import.meta.path, __dirname === import.meta.dir);
try {
  require("./no-such-file");
} catch (error: any) {
  console.log(error.code, error.message.split("\n")[0]);
}
