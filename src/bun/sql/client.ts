import { readFile } from "node:fs/promises";
import { typeError } from "../argument-error.js";
import { asSystemError } from "../system-error.js";
import {
  type ConnectionOptions,
  connectionTarget,
  type SQLOptions,
  type Target,
} from "./connection-options.js";
import {
  type DriverConnection,
  type DriverScope,
  type DriverTransaction,
  openPool,
  type Pool,
} from "./driver.js";
import { type Fragment, fragment, parameter, SQLHelper } from "./parameter.js";
import { Query, type QueryHome, type SQLResultArray } from "./query.js";
import { asPostgresError, connectionClosed, PostgresError } from "./sql-error.js";

/** What every client does: the pool's, a reserved connection's and a transaction's. */
export interface SQLQueries {
  /** A statement; it runs once it is awaited. */
  <Rows = SQLResultArray>(strings: TemplateStringsArray, ...values: unknown[]): Query<Rows>;
  /** A name for a statement: a table or a column. */
  (name: string): Query;
  /** Rows to insert, columns to set or the list of an IN. */
  (value: object, ...columns: string[]): SQLHelper;
  /** Runs any text as it is. Without values it may hold several statements. */
  unsafe<Rows = SQLResultArray>(text: string, values?: readonly unknown[]): Query<Rows>;
  /** Runs the text of a file. */
  file<Rows = SQLResultArray>(path: string, values?: readonly unknown[]): Query<Rows>;
  /** Sends a NOTIFY. */
  notify(channel: string, payload?: string): Promise<void>;
  /** An array with the type of its elements, such as `INT`. */
  array(values: readonly unknown[], type?: string): Fragment;
  /** A value that is sent as JSON. */
  json(value: unknown): Fragment;
}

/** The client inside `sql.begin()`. */
export interface TransactionSQL extends SQLQueries {
  /** Runs a part that can fail without the whole. */
  savepoint<Result>(name: string, run: (sql: TransactionSQL) => Result): Promise<unknown>;
  savepoint<Result>(run: (sql: TransactionSQL) => Result): Promise<unknown>;
}

/** One connection of the pool, from `sql.reserve()`. */
export interface ReservedSQL extends SQLQueries {
  /** Gives it back. */
  release(): Promise<void>;
}

/** A pool of connections to PostgreSQL. https://bun.com/docs/runtime/sql */
export interface SQLClient extends SQLQueries {
  /** What it connects with. */
  readonly options: ConnectionOptions;
  /** Connects now, not with the first query. */
  connect(): Promise<SQLClient>;
  /** Takes one connection out of the pool. */
  reserve(): Promise<ReservedSQL>;
  /** Runs a transaction: it commits when the function's promise is fulfilled, and rolls back when not. */
  begin(run: (sql: TransactionSQL) => unknown): Promise<unknown>;
  begin(options: string, run: (sql: TransactionSQL) => unknown): Promise<unknown>;
  /** The same as {@link begin}. */
  transaction: SQLClient["begin"];
  /** Closes the pool once what runs has ended, but no later than after `timeout` seconds (default: no limit). */
  close(options?: { timeout?: number }): Promise<void>;
  /** The same as {@link close}. */
  end: SQLClient["close"];
}

/** Builds a client whose connection is described, and opened, no earlier than it is needed. */
export function createClient(target: () => Target): SQLClient {
  let pool: Pool | undefined;
  let known: Target | undefined;
  let ended = false;
  const described = () => {
    known ??= target();
    return known;
  };
  const opened = () => {
    if (ended) throw connectionClosed();
    pool ??= openPool(described());
    return pool;
  };
  const home: QueryHome = {
    scope: () => opened().driver,
    hold: () => opened().hold(),
    letGo: () => pool?.letGo(),
  };
  const held = async <Result>(work: (pool: Pool) => Promise<Result>): Promise<Result> => {
    const used = opened();
    used.hold();
    try {
      return await work(used);
    } catch (cause) {
      throw asPostgresError(cause);
    } finally {
      used.letGo();
    }
  };

  const begin = async (first: unknown, second?: unknown): Promise<unknown> => {
    const [options, run] = typeof first === "function" ? ["", first] : [first, second];
    if (typeof options !== "string") {
      throw typeError(
        "ERR_INVALID_ARG_VALUE",
        `The argument 'options' must be a string. Received ${String(options)}`,
      );
    }
    if (typeof run !== "function") {
      throw typeError(
        "ERR_INVALID_ARG_VALUE",
        `The argument 'fn' must be a function. Received ${String(run)}`,
      );
    }
    return held(({ driver }) =>
      driver.begin(options, (scope) => inTransaction(scope, home, (sql) => run(sql))),
    );
  };
  const close = async (options?: { timeout?: number }): Promise<void> => {
    if (ended) return;
    ended = true;
    // A statement reaches the driver some ticks after its start, too late for a pool that ends.
    if (options?.timeout === undefined) await pool?.idle();
    await pool?.driver.end(options);
  };
  const client: SQLClient = Object.assign(queriesOf(home), {
    connect: async () => {
      await held(async ({ driver }) => (await driver.reserve()).release());
      return client;
    },
    reserve: () => held(async ({ driver }) => reserved(await driver.reserve(), home)),
    begin,
    transaction: begin,
    close,
    end: close,
    options: undefined as never,
  });
  Object.defineProperty(client, "options", { get: () => described().options, enumerable: true });
  return client;
}

/** The client of `new SQL(url, options)`: what is wrong with them is said at once. */
export function openClient(first?: string | URL | SQLOptions | null, second?: SQLOptions): SQLClient {
  const target = connectionTarget(first, second);
  return createClient(() => target);
}

function queriesOf(home: QueryHome): SQLQueries {
  function tag<Rows>(first: TemplateStringsArray, ...rest: unknown[]): Query<Rows>;
  function tag(name: string): Query;
  function tag(value: object, ...columns: string[]): SQLHelper;
  function tag<Rows>(first: unknown, ...rest: unknown[]): Query<Rows> | SQLHelper {
    if (isTemplate(first)) {
      const start = (scope: DriverScope) => scope(first, ...rest.map((value) => parameter(scope, value)));
      return new Query<Rows>(home, start, (scope) => ({ query: start(scope) }));
    }
    if (typeof first === "object" && first !== null) return new SQLHelper(first, rest.map(String));
    const text = String(first ?? "");
    return new Query<Rows>(
      home,
      (scope) => scope(text),
      (scope) => ({ query: scope.unsafe(text) }),
    );
  }
  const unsafe = <Rows>(text: string, values: readonly unknown[] = []) => {
    const start = (scope: DriverScope) => {
      return scope.unsafe(
        String(text),
        values.map((value) => parameter(scope, value)),
      );
    };
    return new Query<Rows>(home, start, (scope) => ({ query: start(scope) }));
  };
  // The bundler renames functions, and programs see the name.
  Object.defineProperty(tag, "name", { value: "sql", configurable: true });
  return Object.assign(tag, {
    unsafe,
    file: <Rows>(path: string, values: readonly unknown[] = []) => {
      const start = async (scope: DriverScope) => {
        const text = await readFile(path, "utf8").catch((cause: unknown) => {
          throw asSystemError(cause, "open", path);
        });
        const parameters = values.map((value) => parameter(scope, value));
        return { query: scope.unsafe(text, parameters) };
      };
      return new Query<Rows>(home, () => null, start);
    },
    notify: async (channel: string, payload = "") => {
      await tag`SELECT pg_notify(${channel}, ${payload})`;
    },
    array: (values: readonly unknown[], type?: string): Fragment => {
      if (type !== undefined && !/^[a-z][a-z0-9_ ]*$/i.test(type))
        throw new SyntaxError(`Invalid array type: ${type}`);
      return {
        ...mark,
        build: (scope) => (type === undefined ? values : scope`${values}::${scope.unsafe(type)}[]`),
      };
    },
    json: (value: unknown): Fragment => ({ ...mark, build: (scope) => scope.json(value) }),
  });
}

const mark = { [fragment]: true };

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && "raw" in value && Array.isArray(value.raw);
}

function reserved(connection: DriverConnection, pool: QueryHome) {
  let released = false;
  const scope = () => {
    if (released) throw connectionClosed();
    return connection;
  };
  return Object.assign(queriesOf({ ...pool, scope }), {
    release: async () => {
      if (!released) connection.release();
      released = true;
    },
  });
}

/** Runs the function with a client of its own, which ends with it. */
async function inTransaction(
  scope: DriverTransaction,
  pool: QueryHome,
  run: (sql: TransactionSQL) => unknown,
) {
  let over = false;
  const queries = queriesOf({
    ...pool,
    scope: () => {
      if (!over) return scope;
      const text = "cannot run a query after its transaction or savepoint ended";
      throw new PostgresError(text, { code: "ERR_POSTGRES_INVALID_TRANSACTION_STATE" });
    },
  });
  const savepoint = async (first: unknown, second?: unknown): Promise<unknown> => {
    const [name, part] = typeof first === "function" ? ["", first] : [String(first), second];
    if (typeof part !== "function") throw new TypeError("fn must be a function");
    const label = name.replace(/[^a-z0-9_]/gi, "_");
    try {
      return await scope.savepoint(label, (inner) => inTransaction(inner, pool, (sql) => part(sql)));
    } catch (cause) {
      throw asPostgresError(cause);
    }
  };
  try {
    const result = run(Object.assign(queries, { savepoint }));
    return await (Array.isArray(result) ? Promise.all(result) : result);
  } finally {
    over = true;
  }
}
