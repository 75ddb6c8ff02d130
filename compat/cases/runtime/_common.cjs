const path = require("node:path");
exports.one = 1;
exports.file = path.basename(__filename);
exports.main = require.main === module;
