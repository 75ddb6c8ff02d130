import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { CANTOPEN } from "./codes.js";
import type { Connection, Engine, Prepared } from "./engine.js";
import { sqliteError } from "./sqlite-error.js";
import type { SqlValue } from "./value.js";

/** The part of libsql, an optional dependency, that is used here. */
type Libsql = new (path: string, options: object) => LibsqlDatabase;

interface LibsqlDatabase {
  readonly inTransaction: boolean;
  prepare(sql: string): LibsqlStatement;
  exec(sql: string): void;
  close(): void;
}

interface LibsqlStatement {
  columns(): { name: string; type: string | null }[];
  raw(): LibsqlStatement;
  safeIntegers(safe: boolean): LibsqlStatement;
  all(values: readonly SqlValue[]): SqlValue[][];
  run(values: readonly SqlValue[]): unknown;
  iterate(values: readonly SqlValue[]): Iterator<SqlValue[]>;
}

/** libsql, where it is installed and has a binary for this machine; else null. */
export function libsqlEngine(): Engine | null {
  const Library = load();
  return Library && { open: (path, readonly) => open(Library, path, readonly) };
}

function load(): Libsql | null {
  try {
    const library: Libsql = createRequire(import.meta.url)("libsql");
    return library;
  } catch {
    return null;
  }
}

function open(Library: Libsql, path: string, readonly: boolean): Connection {
  // What it says of files that it cannot open has no result code.
  const isAbsent = readonly ? !existsSync(path) : path !== ":memory:" && !existsSync(dirname(path));
  if (isAbsent) throw sqliteError("unable to open database file", CANTOPEN);
  const database = attempt(() => new Library(path, {}));
  // On by default here, and nowhere else.
  database.exec("PRAGMA foreign_keys = OFF");
  // Its own option for that lets writes through.
  if (readonly) database.exec("PRAGMA query_only = ON");
  return {
    get inTransaction() {
      return database.inTransaction;
    },
    prepare: (sql) => prepared(attempt(() => database.prepare(sql), sql)),
    serialize: () => null,
    close: () => database.close(),
  };
}

function prepared(statement: LibsqlStatement): Prepared {
  const columns = statement.columns();
  statement.safeIntegers(true);
  if (columns.length === 0) {
    const run = (values: readonly SqlValue[]): SqlValue[][] => {
      attempt(() => statement.run(values.map(toLibsql)));
      return [];
    };
    return { columns, all: run, iterate: (values) => run(values).values() };
  }
  statement.raw();
  return {
    columns,
    all: (values) => attempt(() => statement.all(values.map(toLibsql))).map((row) => row.map(fromLibsql)),
    iterate: (values) => {
      const rows = attempt(() => statement.iterate(values.map(toLibsql)));
      return {
        next: () => {
          const { done, value } = attempt(() => rows.next());
          return done ? { done, value: undefined } : { done: false, value: value.map(fromLibsql) };
        },
        return: () => attempt(() => rows.return?.() ?? { done: true, value: undefined }),
      };
    },
  };
}

/** Any binary value but a Buffer ends the process. */
function toLibsql(value: SqlValue): SqlValue {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

function fromLibsql(value: SqlValue): SqlValue {
  return value instanceof Uint8Array ? new Uint8Array(value) : value;
}

function attempt<Result>(action: () => Result, sql = ""): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && "rawCode" in error && typeof error.rawCode === "number") {
      throw sqliteError(error.message, error.rawCode, sql);
    }
    throw error;
  }
}
