import { CODES } from "./codes.js";

const OWN = Symbol("bunshim.sqlite-error");

/** An error of SQLite. Source: https://bun.com/docs/runtime/sqlite */
export class SQLiteError extends Error {
  override readonly name: string;
  /** Name of the extended result code. */
  readonly code: string;
  /** The extended result code; see https://www.sqlite.org/rescode.html */
  readonly errno: number;
  /** Where in the SQL text, as UTF-8, the error is; -1: not known. */
  readonly byteOffset: number;

  /** @throws {Error} for programs: SQLite alone makes these */
  constructor(message: string, errno = 0, own?: symbol, byteOffset = -1) {
    if (own !== OWN) throw new Error("SQLiteError can only be constructed by bun:sqlite");
    super(message);
    this.name = "SQLiteError";
    this.code = CODES.get(errno) ?? "SQLITE_ERROR";
    this.errno = errno;
    this.byteOffset = byteOffset;
    Object.defineProperty(this, "name", { enumerable: false });
  }
}

/** The error with a result code. `sql`: the text that was compiled, if that failed. */
export function sqliteError(message: string, errno: number, sql = ""): SQLiteError {
  return new SQLiteError(message, errno, OWN, offsetOf(message, sql));
}

/** No engine here tells the offset: it is found where the text holds the culprit once. */
function offsetOf(message: string, sql: string): number {
  const culprit = /^near "(.+)": syntax error$|^no such column: (.+)$/s.exec(message);
  const word = culprit?.[1] ?? culprit?.[2];
  if (word === undefined) return -1;
  const at = sql.indexOf(word);
  return at < 0 || at !== sql.lastIndexOf(word) ? -1 : Buffer.byteLength(sql.slice(0, at));
}
