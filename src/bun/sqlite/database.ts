import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { refuseUnwanted } from "./binding.js";
import { CANTOPEN } from "./codes.js";
import { type Connection, sqliteEngine } from "./engine.js";
import { imageOf, openImage } from "./image.js";
import { type DatabaseOptions, type OpenMode, readOptions } from "./options.js";
import { type SqlStatement, statementsOf } from "./sql-text.js";
import { sqliteError } from "./sqlite-error.js";
import { type Changes, Statement, type StatementOwner } from "./statement.js";
import { type Transaction, transactionOf } from "./transaction.js";
import type { SqlValue } from "./value.js";

let handles = 0;

/** A SQLite database. Source: https://bun.com/docs/runtime/sqlite#database */
export class Database implements Disposable {
  /** How many queries of `query()` a database keeps. */
  static MAX_QUERY_CACHE_SIZE = 20;

  /** As given; ":memory:" for databases without file. */
  readonly filename: string;
  readonly #handle = handles++;
  readonly #owner: Owner;
  readonly #queries = new Map<string, Statement>();

  /**
   * @param filename path, ":memory:" or "" for a database in memory, or the bytes of a database
   * @throws {TypeError} for a filename that is no string
   * @throws {SQLiteError} where the file cannot be opened
   */
  constructor(filename: unknown = ":memory:", options?: number | DatabaseOptions) {
    const image = bytesOf(filename);
    const mode = readOptions(options);
    if (image === null && typeof filename !== "string") {
      throw new TypeError(`Expected 'filename' to be a string, got '${typeof filename}'`);
    }
    this.filename = image === null ? String(filename) : ":memory:";
    this.#owner = new Owner(
      image === null ? open(this.filename, mode) : openImage(image, mode.readonly),
      mode,
    );
  }

  /** As `new Database`. */
  static open(filename: string, options?: number | DatabaseOptions): Database {
    return make(filename, options);
  }

  /**
   * A database in memory from what `serialize()` gave.
   *
   * @param options those of `new Database`, or whether it is read-only
   */
  static deserialize(serialized: unknown, options: boolean | DatabaseOptions = false): Database {
    if (bytesOf(serialized) === null) {
      throw new TypeError(
        `Expected 'serialized' to be a TypedArray or ArrayBuffer, got '${typeof serialized}'`,
      );
    }
    return make(serialized, typeof options === "boolean" ? { readonly: options } : options);
  }

  /** Number of the database in this process. */
  get handle(): number {
    return this.#handle;
  }

  get inTransaction(): boolean {
    return this.#owner.connection().inTransaction;
  }

  /** A statement, the same one for the same text. */
  query(sql: string): Statement {
    const known = this.#cached(sql);
    if (known !== null) return known;
    if (typeof sql !== "string") throw new TypeError(`Expected 'query' to be a string, got '${typeof sql}'`);
    if (sql === "") throw new Error("SQL query cannot be empty.");
    const statement = this.prepare(sql);
    if (this.#queries.size < cacheSize()) this.#queries.set(sql, statement);
    return statement;
  }

  /** A new statement; of several in the text, the first. `params`: values to start with. */
  prepare(sql: string, params?: unknown): Statement {
    this.#owner.open();
    const { value: source } = statementsOf(sql).next();
    if (!source) throw new RangeError("Invalid SQL statement");
    if (params !== undefined) refuseUnwanted(source, [params]);
    return this.#owner.statement(source, params);
  }

  /**
   * Runs all statements of a text. The parameters are those of the first, as in Bun.
   *
   * @returns the changes of all
   */
  run(sql: string, ...params: unknown[]): Changes {
    this.#owner.connection();
    if (typeof sql !== "string") throw new Error("Expected SQL string");
    if (sql === "") throw new Error("SQL string mustn't be blank");
    const total: Changes = { changes: 0, lastInsertRowid: 0 };
    let isEmpty = true;
    for (const source of statementsOf(sql)) {
      if (isEmpty) refuseUnwanted(source, params);
      const { changes, lastInsertRowid } = this.#owner.statement(source).run(...(isEmpty ? params : []));
      isEmpty = false;
      total.changes += changes;
      total.lastInsertRowid = lastInsertRowid;
    }
    if (isEmpty) throw new Error("Query contained no valid SQL statement; likely empty query.");
    return total;
  }

  /** As `run`. */
  exec(sql: string, ...params: unknown[]): Changes {
    return this.run(sql, ...params);
  }

  /**
   * Wraps a function so that it runs in a transaction.
   *
   * @throws {TypeError} for no function
   */
  transaction(inside: (...args: unknown[]) => unknown): Transaction<Database> {
    if (typeof inside !== "function") throw new TypeError("Expected first argument to be a function");
    this.#owner.open();
    return transactionOf(this, inside);
  }

  /** The database as the bytes of its file. */
  serialize(): Buffer {
    if (this.#owner.isClosed) throw new Error("Can't do this on a closed database");
    const image = imageOf(this.#owner.connection());
    return Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  }

  /** Ends the statements of `query()`. */
  clearQueryCache(): void {
    for (const statement of this.#queries.values()) statement.finalize();
    this.#queries.clear();
  }

  /** Closes the database and with it its statements; again: nothing. */
  close(_throwOnError?: boolean): void {
    this.#queries.clear();
    this.#owner.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #cached(sql: string): Statement | null {
    this.#owner.open();
    const known = this.#queries.get(sql);
    return known === undefined || known.isFinalized ? null : known;
  }
}

// A class that names itself in its own body is built under another name.
function make(filename: unknown, options?: number | DatabaseOptions): Database {
  return new Database(filename, options);
}

function cacheSize(): number {
  return Database.MAX_QUERY_CACHE_SIZE;
}

/** The connection and what statements share of it. */
class Owner implements StatementOwner {
  readonly rules: OpenMode;
  #connection: Connection | null;
  #counts: (() => readonly [total: bigint, last: bigint, rowid: bigint]) | null = null;

  constructor(connection: Connection, mode: OpenMode) {
    this.#connection = connection;
    this.rules = mode;
  }

  get isClosed(): boolean {
    return this.#connection === null;
  }

  connection(): Connection {
    if (this.#connection === null) throw new Error("Database has closed");
    return this.#connection;
  }

  /** @throws {RangeError} when the database is closed */
  open(): void {
    if (this.#connection === null) throw new RangeError("Cannot use a closed database");
  }

  statement(source: SqlStatement, params?: unknown): Statement {
    return new Statement(this, source, params);
  }

  counted(action: () => void, safeIntegers: boolean): Changes {
    const [before] = this.#readCounts();
    action();
    const [total, last, rowid] = this.#readCounts();
    // SQLite's count of changes stays where a statement makes none.
    return {
      changes: total === before ? 0 : Number(last),
      lastInsertRowid: safeIntegers ? rowid : Number(rowid),
    };
  }

  #readCounts(): readonly [total: bigint, last: bigint, rowid: bigint] {
    this.#counts ??= countsOf(this.connection());
    return this.#counts();
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
    this.#counts = null;
  }
}

function countsOf(connection: Connection): () => readonly [bigint, bigint, bigint] {
  const counts = connection.prepare("SELECT total_changes(), changes(), last_insert_rowid()", []);
  return () => {
    const [total, last, rowid] = counts.all([])[0] ?? [];
    return [integer(total), integer(last), integer(rowid)];
  };
}

function integer(value: SqlValue | undefined): bigint {
  return typeof value === "bigint" ? value : 0n;
}

function open(filename: string, { readonly, create }: OpenMode): Connection {
  const isAnonymous = filename === "" || filename === ":memory:";
  if (isAnonymous) {
    if (readonly) throw new Error("Cannot open an anonymous database in read-only mode.");
    return sqliteEngine().open(":memory:", false);
  }
  // A resolved path keeps the engine from reading it as a URI.
  const path = resolve(filename);
  if (!create && !existsSync(path)) throw sqliteError("unable to open database file", CANTOPEN);
  return sqliteEngine().open(path, readonly);
}

function bytesOf(value: unknown): Uint8Array | null {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return value instanceof ArrayBuffer || value instanceof SharedArrayBuffer ? new Uint8Array(value) : null;
}
