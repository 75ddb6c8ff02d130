import { received, typeError } from "../argument-error.js";

/** What `new SQL(options)` takes for PostgreSQL. Times are in seconds. https://bun.com/docs/runtime/sql */
export interface SQLOptions {
  url?: string | URL | undefined;
  /** A Unix socket, or the directory that it lies in. */
  path?: string | undefined;
  adapter?: string | undefined;
  hostname?: string | undefined;
  host?: string | undefined;
  port?: number | string | undefined;
  username?: string | undefined;
  user?: string | undefined;
  password?: string | undefined;
  pass?: string | undefined;
  database?: string | undefined;
  db?: string | undefined;
  /** Connections of the pool. Default: 10. */
  max?: number | undefined;
  idleTimeout?: number | undefined;
  idle_timeout?: number | undefined;
  maxLifetime?: number | undefined;
  max_lifetime?: number | undefined;
  connectionTimeout?: number | undefined;
  connection_timeout?: number | undefined;
  connect_timeout?: number | undefined;
  tls?: boolean | object | undefined;
  ssl?: boolean | object | undefined;
  /** Named prepared statements. Default: true. */
  prepare?: boolean | undefined;
  /** Give `int8` as bigint, not as text. Default: false. */
  bigint?: boolean | undefined;
  /** Settings of the session, such as `application_name`. */
  connection?: Record<string, string | number | boolean> | undefined;
}

/** What a client connects with, and shows as `sql.options`. Times are in milliseconds. */
export interface ConnectionOptions {
  adapter: "postgres";
  hostname: string;
  port: number;
  username: string;
  password: string;
  database: string;
  tls: object | undefined;
  prepare: boolean;
  bigint: boolean | undefined;
  /** 0 disable, 1 prefer, 2 require, 3 verify-ca, 4 verify-full. */
  sslMode: number;
  max: number;
  idleTimeout?: number;
  connectionTimeout?: number;
  maxLifetime?: number;
  path?: string;
}

/** The options, and the session's settings, which `sql.options` does not show by name. */
export interface Target {
  options: ConnectionOptions;
  session: Record<string, string | number | boolean>;
}

const plainUrls = [
  "DATABASE_URL",
  "TLS_DATABASE_URL",
  "POSTGRES_URL",
  "PGURL",
  "PG_URL",
  "TLS_POSTGRES_DATABASE_URL",
];
const sslModes = new Map([
  ["disable", 0],
  ["allow", 1],
  ["prefer", 1],
  ["require", 2],
  ["verify-ca", 3],
  ["verify-full", 4],
]);
const missing = new Map([
  ["mysql", "mysql"],
  ["mysql2", "mysql"],
  ["mariadb", "mariadb"],
  ["sqlite", "sqlite"],
  ["file", "sqlite"],
]);
const largest = 2 ** 31;

/**
 * Where to connect: the arguments of `new SQL()`, then the URL and `PG*` variables of the environment, then
 * Bun's defaults.
 *
 * @throws {TypeError} an option out of its range, or a URL that is none
 * @throws {Error} an adapter or a protocol that is not PostgreSQL's
 */
export function connectionTarget(first?: string | URL | SQLOptions | null, second?: SQLOptions): Target {
  const isAddress = typeof first === "string" || first instanceof URL;
  const given: SQLOptions = { ...(isAddress ? undefined : first), ...second };
  const { env } = process;
  const variable = plainUrls.find((name) => env[name]);
  const text = String(isAddress ? first : (given.url ?? (variable === undefined ? "" : env[variable])));
  const fromVariable = !isAddress && given.url === undefined;
  refuseAdapter(given.adapter, text);
  if (text === "" && fromVariable && given.hostname === undefined && given.host === undefined) {
    for (const name of ["MYSQL_URL", "SQLITE_URL"]) if (env[name]) refuseAdapter(undefined, env[name]);
  }
  const url = text === "" ? undefined : parse(text);
  const session = { ...given.connection };
  let sslMode = fromVariable && variable?.startsWith("TLS_") ? 2 : 0;
  let poolSize: string | undefined;
  for (const [name, value] of url?.searchParams ?? []) {
    if (name === "sslmode") sslMode = modeOf(value);
    else if (name === "max") poolSize = value;
    else session[name] = value;
  }
  const secured = given.tls ?? given.ssl;
  if (secured && sslMode === 0) sslMode = 2;
  const hostname = given.hostname ?? given.host ?? (url?.hostname || env.PGHOST || "localhost");
  const username =
    given.username ??
    given.user ??
    (decoded(url?.username) || env.PGUSERNAME || env.PGUSER || env.USER || env.USERNAME || "postgres");
  const port = Number(given.port ?? (url?.port || env.PGPORT || 5432));
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    const rule = `The argument 'port' must be a non-negative integer between 1 and 65535. Received ${port}`;
    throw typeError("ERR_INVALID_ARG_VALUE", rule);
  }
  const max = Number(given.max ?? poolSize ?? 10);
  if (!Number.isInteger(max) || max < 1 || max > largest) {
    const rule = `The property 'options.max' must be a non-negative integer between 1 and 2^31. Received ${max}`;
    throw typeError("ERR_INVALID_ARG_VALUE", rule);
  }
  const idle = milliseconds("idle_timeout", given.idleTimeout ?? given.idle_timeout);
  const opening = milliseconds(
    "connection_timeout",
    given.connectionTimeout ?? given.connection_timeout ?? given.connect_timeout,
  );
  const life = milliseconds("max_lifetime", given.maxLifetime ?? given.max_lifetime);
  return {
    session,
    options: {
      adapter: "postgres",
      hostname,
      port,
      username,
      password: given.password ?? given.pass ?? (decoded(url?.password) || env.PGPASSWORD || ""),
      database: given.database ?? given.db ?? (decoded(url?.pathname.slice(1)) || env.PGDATABASE || username),
      tls:
        sslMode === 0
          ? undefined
          : { ...(typeof secured === "object" ? secured : undefined), serverName: hostname },
      prepare: given.prepare ?? true,
      bigint: given.bigint,
      sslMode,
      max,
      ...(idle !== undefined && { idleTimeout: idle }),
      ...(opening !== undefined && { connectionTimeout: opening }),
      ...(life !== undefined && { maxLifetime: life }),
      ...(given.path && { path: socketPath(given.path, port) }),
    },
  };
}

function refuseAdapter(adapter: string | undefined, url: string): void {
  const supported = 'Supported adapters: "postgres", "sqlite", "mysql", "mariadb"';
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const named = adapter ?? (url === ":memory:" ? "sqlite" : missing.get(protocol ?? ""));
  if (named !== undefined && named !== "postgres") {
    if (!missing.has(named)) throw new Error(`Unsupported adapter: ${named}. ${supported}`);
    throw new Error(`The ${named} adapter of Bun.SQL is missing in bunshim: only PostgreSQL is supported`);
  }
  const foreign = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (foreign !== undefined && !["postgres", "postgresql", "http", "https"].includes(foreign)) {
    throw new Error(`Unsupported protocol: ${foreign}. ${supported}`);
  }
}

function parse(text: string): URL {
  const address = text.includes("://") ? text : `postgres://${text}`;
  if (!URL.canParse(address) && !/^postgres(ql)?:\/\/$/.test(address)) {
    throw Object.assign(typeError("ERR_INVALID_URL", "Invalid URL"), { input: address });
  }
  return new URL(address);
}

/** PostgreSQL names its socket by the port. */
function socketPath(path: string, port: number): string {
  return path.includes(".s.PGSQL.") ? path : `${path}/.s.PGSQL.${port}`;
}

function decoded(part: string | undefined): string {
  return decodeURIComponent(part ?? "");
}

function modeOf(name: string): number {
  const mode = sslModes.get(name.toLowerCase());
  if (mode !== undefined) return mode;
  const rule = `The argument 'sslmode' must be one of: ${[...sslModes.keys()].join(", ")}. Received '${name}'`;
  throw typeError("ERR_INVALID_ARG_VALUE", rule);
}

function milliseconds(name: string, seconds: unknown): number | undefined {
  if (seconds === undefined || seconds === null) return undefined;
  const value = Number(seconds);
  if (Number.isFinite(value) && value >= 0 && value * 1000 < largest) return value * 1000;
  const shown = typeof seconds === "number" ? seconds : received(seconds);
  const rule = `The property 'options.${name}' must be a non-negative integer less than 2^31. Received ${shown}`;
  throw typeError("ERR_INVALID_ARG_VALUE", rule);
}
