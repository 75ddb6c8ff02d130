import { MISUSE } from "./codes.js";
import { constants } from "./constants.js";
import { sqliteError } from "./sqlite-error.js";

/** Options of `new Database`. */
export interface DatabaseOptions {
  /** Default false. */
  readonly?: boolean | undefined;
  /** Make the file where there is none. Default true, unless `readwrite` is given. */
  create?: boolean | undefined;
  /** Default true. */
  readwrite?: boolean | undefined;
  /** Every named parameter must be bound. Default false. */
  strict?: boolean | undefined;
  /** Integers are bigint. Default false. */
  safeIntegers?: boolean | undefined;
}

/** How to open a database. */
export interface OpenMode {
  readonly readonly: boolean;
  readonly create: boolean;
  readonly strict: boolean;
  readonly safeIntegers: boolean;
}

/**
 * Reads the second argument of `new Database`: options, or flags of SQLite.
 *
 * @throws {TypeError} for a read-only database to create or write
 * @throws {SQLiteError} for flags that make no sense
 */
export function readOptions(given: unknown): OpenMode {
  if (typeof given === "number") return readFlags(given);
  if (typeof given !== "object" || given === null) return readFlags(DEFAULT_FLAGS);
  const option = (name: keyof DatabaseOptions): unknown => Reflect.get(given, name) ?? undefined;
  const [create, readwrite] = [option("create"), option("readwrite")];
  const readonly = Boolean(option("readonly")) || readwrite === false;
  if (readonly && (create || readwrite)) {
    throw new TypeError(
      'A read-only database ("readonly: true" or "readwrite: false") cannot have "create: true" or "readwrite: true"',
    );
  }
  return {
    readonly,
    create: create === undefined ? readwrite === undefined : Boolean(create),
    strict: Boolean(option("strict")),
    safeIntegers: Boolean(option("safeIntegers")),
  };
}

const DEFAULT_FLAGS = constants.SQLITE_OPEN_READWRITE | constants.SQLITE_OPEN_CREATE;

function readFlags(flags: number): OpenMode {
  const access = flags & (constants.SQLITE_OPEN_READONLY | constants.SQLITE_OPEN_READWRITE);
  if (access === 0) throw sqliteError("bad parameter or other API misuse", MISUSE);
  return {
    readonly: access === constants.SQLITE_OPEN_READONLY,
    create: (flags & constants.SQLITE_OPEN_CREATE) !== 0,
    strict: false,
    safeIntegers: false,
  };
}
