// The module `bun:sqlite`. Source: https://bun.com/docs/runtime/sqlite
export { constants } from "./constants.js";
export { Database, Database as default } from "./database.js";
export { SQLiteError } from "./sqlite-error.js";
export { Statement } from "./statement.js";
