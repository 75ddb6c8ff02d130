import type { DriverPart, DriverQuery, DriverRows, DriverScope } from "./driver.js";
import { type Fragment, fragment } from "./parameter.js";
import { asPostgresError } from "./sql-error.js";

/** A row: its columns by name. */
export type Row = Record<string, unknown>;

/** The rows of a statement, with what the server said about it. */
export class SQLResultArray extends Array<Row> {
  /** Rows given or changed. */
  count = 0;
  /** The command as the server names it, such as `SELECT`. */
  command: string | null = null;
  /** Always null: PostgreSQL has no such number. */
  lastInsertRowid: null = null;
  /** Rows changed; 0 for a SELECT. */
  affectedRows = 0;

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** Where a query runs. */
export interface QueryHome {
  /** The scope to run in, or the reason why there is none any more. */
  scope(): DriverScope;
  hold(): void;
  letGo(): void;
}

/** The driver's query is a thenable: it travels in an object, so that waiting for it does not run it. */
export type QueryStart = { query: DriverQuery } | Promise<{ query: DriverQuery }>;

/**
 * A statement: a promise of its rows that runs once it is awaited, and a part of another statement when it is put
 * into one.
 */
export class Query<Rows = SQLResultArray> extends Promise<Rows> implements Fragment {
  readonly #home: QueryHome;
  readonly #compose: (scope: DriverScope) => DriverPart;
  readonly #start: (scope: DriverScope) => QueryStart;
  readonly #settle: { resolve(rows: unknown): void; reject(reason: unknown): void };
  #form: "objects" | "values" = "objects";
  #simple = false;
  #running: DriverQuery | undefined;
  #started = false;
  #active = false;
  #cancelled = false;

  constructor(
    home: QueryHome,
    compose: (scope: DriverScope) => DriverPart,
    start: (scope: DriverScope) => QueryStart,
  ) {
    const settle: { resolve(rows: unknown): void; reject(reason: unknown): void } = {
      resolve: () => {},
      reject: () => {},
    };
    super((resolve, reject) => {
      settle.resolve = resolve;
      settle.reject = reject;
    });
    this.#settle = settle;
    this.#home = home;
    this.#compose = compose;
    this.#start = start;
  }

  // What then() gives is no query.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  get [fragment](): true {
    return true;
  }

  /** Whether it runs now. */
  get active(): boolean {
    return this.#active;
  }

  /** Whether {@link cancel} was called. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** The form of it inside another statement. */
  build(scope: DriverScope): DriverPart {
    return this.#compose(scope);
  }

  /** Rows as arrays of values, not as objects. */
  values(): this {
    this.#form = "values";
    return this;
  }

  /** Sends it by the simple protocol, which takes several statements and no parameters. */
  simple(): this {
    this.#simple = true;
    return this;
  }

  /** Runs it without waiting for it. */
  execute(): this {
    if (!this.#started) {
      this.#started = true;
      this.#active = true;
      this.#run().then(this.#settle.resolve, this.#settle.reject);
    }
    return this;
  }

  /** The same as {@link execute}. */
  run(): this {
    return this.execute();
  }

  /** Asks the server to stop it; one that did not run yet never will. */
  cancel(): this {
    this.#cancelled = true;
    this.#running?.cancel();
    return this;
  }

  // biome-ignore lint/suspicious/noThenProperty: a query runs once it is awaited
  override then<Result = Rows, Failure = never>(
    onfulfilled?: ((rows: Rows) => Result | PromiseLike<Result>) | null,
    onrejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    this.execute();
    return super.then(onfulfilled, onrejected);
  }

  async #run(): Promise<unknown> {
    this.#home.hold();
    try {
      const { query } = await this.#start(this.#home.scope());
      if (this.#simple) query.simple();
      if (this.#form === "values") query.values();
      this.#running = query;
      if (this.#cancelled) query.cancel();
      return shown(await query);
    } catch (cause) {
      throw asPostgresError(cause);
    } finally {
      this.#active = false;
      this.#home.letGo();
    }
  }
}

function shown(result: DriverRows | DriverRows[]): unknown {
  if (!("count" in result)) return result.map((one) => shown(one));
  const rows = new SQLResultArray();
  for (const row of result) rows.push(row);
  rows.count = result.count ?? 0;
  rows.command = result.command;
  rows.affectedRows = result.command === "SELECT" ? 0 : (result.count ?? 0);
  return rows;
}
