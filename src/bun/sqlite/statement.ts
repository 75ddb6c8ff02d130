import { type BindingRules, bind } from "./binding.js";
import type { Connection, Prepared } from "./engine.js";
import type { SqlStatement } from "./sql-text.js";
import { fromSql, kindOf, type SqlValue, toLiteral } from "./value.js";

/** What a statement changed. */
export interface Changes {
  /** Rows inserted, updated or deleted; those by triggers do not count. */
  changes: number;
  /** Row id of the last insert of the connection; a bigint with `safeIntegers`. */
  lastInsertRowid: number | bigint;
}

/** What a statement knows of its database. */
export interface StatementOwner {
  readonly rules: BindingRules;
  /** @throws {Error} when the database is closed */
  connection(): Connection;
  /** Runs and tells what it changed. */
  counted(action: () => void, safeIntegers: boolean): Changes;
}

type Row = Record<string, SqlValue>;

/** A prepared statement. Source: https://bun.com/docs/runtime/sqlite#statements */
export class Statement implements Disposable {
  readonly #owner: StatementOwner;
  readonly #source: SqlStatement;
  #prepared: Prepared | null;
  #bound: readonly SqlValue[];
  #safeIntegers: boolean;
  #prototype: object = Object.prototype;
  #runs = 0;

  /** @param params values to start with; undefined: none */
  constructor(owner: StatementOwner, source: SqlStatement, params?: unknown) {
    this.#owner = owner;
    this.#source = source;
    this.#safeIntegers = owner.rules.safeIntegers;
    this.#prepared = owner.connection().prepare(source.sql, source.names);
    const given = params === undefined ? null : bind(source, [params], owner.rules);
    this.#bound = given ?? source.names.map(() => null);
  }

  /** All rows as objects. */
  all(...params: unknown[]): object[] {
    const { columns } = this.#live();
    return this.#rows(params).map((row) => this.#toObject(columns, row));
  }

  /** The first row as object; null: none. */
  get(...params: unknown[]): object | null {
    const rows = this.#cursor(params);
    const { done, value } = rows.next();
    if (done) return null;
    rows.return?.();
    return this.#toObject(this.#live().columns, value);
  }

  /** The rows as objects, one by one. */
  *iterate(...params: unknown[]): Generator<object> {
    const { columns } = this.#live();
    const rows = this.#cursor(params);
    const run = this.#runs;
    try {
      for (;;) {
        if (run !== this.#runs) {
          throw new Error(
            "This iterator was invalidated: its statement was run again. Use db.prepare() to get a statement with a cursor of its own.",
          );
        }
        this.#live();
        const { done, value } = rows.next();
        if (done) return;
        yield this.#toObject(columns, value);
      }
    } finally {
      if (run === this.#runs) rows.return?.();
    }
  }

  [Symbol.iterator](): Generator<object> {
    return this.iterate();
  }

  /** Runs to the end; rows are dropped. */
  run(...params: unknown[]): Changes {
    return this.#owner.counted(() => {
      this.#rows(params);
    }, this.#safeIntegers);
  }

  /** All rows as arrays. */
  values(...params: unknown[]): SqlValue[][] {
    return this.#rows(params).map((row) => row.map((value) => fromSql(value, this.#safeIntegers)));
  }

  /** All rows as arrays of bytes: text as UTF-8, numbers as 64 bits, little endian. */
  raw(...params: unknown[]): (Uint8Array | null)[][] {
    return this.#rows(params).map((row) => row.map(toBytes));
  }

  /** Has rows made with the prototype of a class; its constructor does not run. undefined: plain objects. */
  as(Class: unknown): this {
    if (Class === undefined) {
      this.#prototype = Object.prototype;
      return this;
    }
    if (typeof Class !== "function") {
      throw new TypeError("Expected class to be a constructor or undefined");
    }
    const prototype: unknown = Class.prototype;
    if (typeof prototype !== "object" || prototype === null) throw new TypeError("Expected a constructor");
    this.#prototype = prototype;
    return this;
  }

  /** Whether integers are bigint. */
  safeIntegers(): boolean;
  safeIntegers(enabled: boolean): this;
  safeIntegers(enabled?: boolean): boolean | this {
    if (enabled === undefined) return this.#safeIntegers;
    this.#safeIntegers = Boolean(enabled);
    return this;
  }

  get columnNames(): string[] {
    return this.#live().columns.map(({ name }) => name);
  }

  /**
   * Kinds of the values of the first row, which the statement is run for.
   *
   * @throws {Error} for statements that write
   */
  get columnTypes(): string[] {
    const { columns } = this.#live();
    if (!this.readonly) {
      throw new Error(
        "columnTypes is not available for non-read-only statements (INSERT, UPDATE, DELETE, etc.)",
      );
    }
    // On its own, so that no iteration ends.
    const { sql, names } = this.#source;
    const rows = this.#owner.connection().prepare(sql, names).iterate(this.#bound);
    const { value } = rows.next();
    rows.return?.();
    return columns.map((_, index) => kindOf(value?.[index]));
  }

  /** Types as the tables declare them; null for expressions. */
  get declaredTypes(): (string | null)[] {
    return this.#live().columns.map(({ type }) => type);
  }

  get paramsCount(): number {
    this.#live();
    return this.#source.names.length;
  }

  /** Whether the statement gives rows. */
  get reader(): boolean {
    return this.#live().columns.length > 0;
  }

  /** Whether the statement leaves the database as it is. */
  get readonly(): boolean {
    this.#live();
    return this.#source.isReadonly;
  }

  get isFinalized(): boolean {
    return this.#prepared === null;
  }

  /** Ends the statement. */
  finalize(): void {
    this.#prepared = null;
    this.#runs++;
  }

  [Symbol.dispose](): void {
    this.finalize();
  }

  /** The SQL text with the values that are bound; "" when finalized. */
  toString(): string {
    if (this.#prepared === null) return "";
    const { sql, spots } = this.#source;
    let text = "";
    let at = 0;
    for (const spot of spots) {
      text += sql.slice(at, spot.at) + toLiteral(this.#bound[spot.index - 1] ?? null);
      at = spot.at + spot.length;
    }
    return text + sql.slice(at);
  }

  toJSON(): object {
    const isFinalized = this.isFinalized;
    const paramsCount = isFinalized ? 0 : this.paramsCount;
    return {
      sql: this.toString(),
      isFinalized,
      paramsCount,
      columnNames: isFinalized ? [] : this.columnNames,
    };
  }

  #live(): Prepared {
    if (this.#prepared === null) throw new Error("Statement has finalized");
    this.#owner.connection();
    return this.#prepared;
  }

  #bind(params: readonly unknown[]): Prepared {
    const prepared = this.#live();
    this.#bound = bind(this.#source, params, this.#rules()) ?? this.#bound;
    this.#runs++;
    return prepared;
  }

  #rules(): BindingRules {
    return { strict: this.#owner.rules.strict, safeIntegers: this.#safeIntegers };
  }

  #rows(params: readonly unknown[]): SqlValue[][] {
    return this.#bind(params).all(this.#bound);
  }

  #cursor(params: readonly unknown[]): Iterator<SqlValue[]> {
    return this.#bind(params).iterate(this.#bound);
  }

  #toObject(columns: Prepared["columns"], row: readonly SqlValue[]): object {
    const object: Row = Object.create(this.#prototype);
    for (const [index, { name }] of columns.entries()) {
      const value = fromSql(row[index] ?? null, this.#safeIntegers);
      // A setter or read-only member of the prototype must not stand in the way.
      if (name in object) {
        Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
      } else object[name] = value;
    }
    return object;
  }
}

function toBytes(value: SqlValue): Uint8Array | null {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === "string") return new TextEncoder().encode(value);
  const view = new DataView(new ArrayBuffer(8));
  if (typeof value === "bigint") view.setBigInt64(0, value, true);
  else view.setFloat64(0, value, true);
  return new Uint8Array(view.buffer);
}
