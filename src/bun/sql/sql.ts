import { createClient, openClient, type SQLClient } from "./client.js";
import { connectionTarget, type SQLOptions } from "./connection-options.js";
import { PostgresError, SQLError } from "./sql-error.js";

/**
 * `Bun.SQL`: a client for PostgreSQL. `new SQL(url)`, `new SQL(options)` or `new SQL(url, options)`; without a URL
 * it takes that of the environment (`DATABASE_URL`, `POSTGRES_URL`, `PGHOST` and the like).
 * https://bun.com/docs/runtime/sql
 *
 * @throws {TypeError} an option out of its range, or a URL that is none
 * @throws {Error} an adapter other than PostgreSQL's
 */
export interface SQLConstructor {
  new (url: string | URL, options?: SQLOptions): SQLClient;
  new (options?: SQLOptions | null): SQLClient;
  (url: string | URL, options?: SQLOptions): SQLClient;
  (options?: SQLOptions | null): SQLClient;
  SQLError: typeof SQLError;
  PostgresError: typeof PostgresError;
  readonly prototype: object;
}

function construct(first?: string | URL | SQLOptions | null, second?: SQLOptions): SQLClient {
  return asInstance(openClient(first, second));
}

/** `Bun.SQL`, see {@link SQLConstructor}. */
// A client is a function, which no class can say: what is constructed is what the call gives.
export const SQL = Object.assign(
  function SQL(first?: string | URL | SQLOptions | null, second?: SQLOptions): SQLClient {
    return construct(first, second);
  },
  { SQLError, PostgresError },
) as unknown as SQLConstructor;

// The bundler renames functions, and programs see the name.
Object.defineProperty(SQL, "name", { value: "SQL", configurable: true });

// A client is a function still, with the members of one.
Object.setPrototypeOf(SQL.prototype, Function.prototype);

/** `Bun.sql`: the client of the environment. It reads that, and connects, when it is first used. */
export const sql: SQLClient = asInstance(createClient(() => connectionTarget()));

function asInstance(client: SQLClient): SQLClient {
  return Object.setPrototypeOf(client, SQL.prototype);
}
