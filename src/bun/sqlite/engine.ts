import { libsqlEngine } from "./libsql-engine.js";
import { nodeEngine } from "./node-engine.js";
import type { SqlValue } from "./value.js";

/** A library that runs SQLite. */
export interface Engine {
  /** @throws {SQLiteError} */
  open(path: string, readonly: boolean): Connection;
}

/** An open database. */
export interface Connection {
  readonly inTransaction: boolean;
  /** @throws {SQLiteError} where the statement is wrong */
  prepare(sql: string, names: readonly (string | null)[]): Prepared;
  /** The database as the bytes of its file; null: the engine cannot. */
  serialize(): Uint8Array | null;
  close(): void;
}

/** A compiled statement. Rows are arrays; integers are bigint. */
export interface Prepared {
  readonly columns: readonly Column[];
  /** Runs the statement to its end. */
  all(values: readonly SqlValue[]): SqlValue[][];
  /** Runs the statement row by row. */
  iterate(values: readonly SqlValue[]): Iterator<SqlValue[]>;
}

/** A column of a result. */
export interface Column {
  readonly name: string;
  /** The declared type; null for expressions. */
  readonly type: string | null;
}

let loaded: Engine | undefined;

/**
 * The engine of this process, loaded at first use: what Node.js has built in, else an optional dependency.
 *
 * @throws {Error} where there is neither
 */
export function sqliteEngine(): Engine {
  loaded ??= nodeEngine() ?? libsqlEngine() ?? undefined;
  if (loaded) return loaded;
  throw new Error(
    `Node.js ${process.versions.node} has no SQLite that bun:sqlite can use: install libsql (npm install libsql), or use Node.js 22.16, 24 or newer`,
  );
}
