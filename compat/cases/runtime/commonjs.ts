// A program without import or export is CommonJS.
const path = require("node:path") as typeof import("node:path");
console.log(typeof module, typeof exports, typeof require, this === exports);
console.log(require.main === module, module.id, path.basename(module.filename), path.basename(__filename));
console.log(JSON.stringify(require("./_common.cjs")));
const answer: number = 42;
module.exports = { answer };
