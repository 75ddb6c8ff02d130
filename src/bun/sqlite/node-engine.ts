import { createRequire } from "node:module";
import type { Connection, Engine, Prepared } from "./engine.js";
import { sqliteError } from "./sqlite-error.js";
import type { SqlValue } from "./value.js";

/** The part of `node:sqlite` that is used here. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string, options: object) => NodeDatabase;
  readonly StatementSync: { readonly prototype: object };
}

interface NodeDatabase {
  readonly isTransaction: boolean;
  prepare(sql: string): NodeStatement;
  serialize?(): Uint8Array;
  close(): void;
}

interface NodeStatement {
  columns(): { name: string; type: string | null }[];
  all(named: object, ...values: SqlValue[]): SqlValue[][];
  iterate(named: object, ...values: SqlValue[]): Iterator<SqlValue[]>;
  setAllowBareNamedParameters(allow: boolean): void;
  setReadBigInts(read: boolean): void;
  setReturnArrays(arrays: boolean): void;
}

/** SQLite of Node.js; null where it is not there, or cannot give rows as arrays: before 22.16 and 24.0. */
export function nodeEngine(): Engine | null {
  const library = load();
  if (library === null || !("setReturnArrays" in library.StatementSync.prototype)) return null;
  const { DatabaseSync } = library;
  return {
    open: (path, readOnly) => {
      const options = {
        readOnly,
        // As SQLite is by default, and Bun leaves it.
        enableForeignKeyConstraints: false,
        enableDoubleQuotedStringLiterals: true,
      };
      return connection(attempt(() => new DatabaseSync(path, options)));
    },
  };
}

/** Node.js says at each start that its SQLite is experimental, which its user has not chosen. */
function load(): NodeSqlite | null {
  const { emitWarning } = process;
  try {
    process.emitWarning = () => {};
    const library: NodeSqlite = createRequire(import.meta.url)("node:sqlite");
    return library;
  } catch {
    return null;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function connection(database: NodeDatabase): Connection {
  return {
    get inTransaction() {
      return database.isTransaction;
    },
    prepare: (sql, names) =>
      prepared(
        attempt(() => database.prepare(sql), sql),
        names,
      ),
    serialize: () => attempt(() => database.serialize?.() ?? null),
    close: () => database.close(),
  };
}

function prepared(statement: NodeStatement, names: readonly (string | null)[]): Prepared {
  statement.setAllowBareNamedParameters(false);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return {
    columns: statement.columns(),
    all: (values) => attempt(() => statement.all(named(names, values), ...positional(names, values))),
    iterate: (values) => {
      const rows = attempt(() => statement.iterate(named(names, values), ...positional(names, values)));
      return {
        next: () => attempt(() => rows.next()),
        return: () => attempt(() => rows.return?.() ?? { done: true, value: undefined }),
      };
    },
  };
}

/** Node.js binds what has a name, even `?1`, by that name alone. */
function named(names: readonly (string | null)[], values: readonly SqlValue[]): object {
  const entries = values.map((value, index): [string | null, SqlValue] => [
    names[index] ?? null,
    withoutNullBlob(value),
  ]);
  return Object.fromEntries(entries.filter(([name]) => name !== null));
}

function positional(names: readonly (string | null)[], values: readonly SqlValue[]): SqlValue[] {
  return values.filter((_, index) => (names[index] ?? null) === null).map(withoutNullBlob);
}

// Node.js 22 stores NULL for an empty view onto an empty buffer.
const EMPTY = new Uint8Array(8).subarray(0, 0);

function withoutNullBlob(value: SqlValue): SqlValue {
  return value instanceof Uint8Array && value.byteLength === 0 ? EMPTY : value;
}

function attempt<Result>(action: () => Result, sql = ""): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && "errcode" in error && typeof error.errcode === "number") {
      throw sqliteError(error.message, error.errcode, sql);
    }
    throw error;
  }
}
