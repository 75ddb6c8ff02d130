/** The root of what a database client throws (`SQL.SQLError`). */
export class SQLError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SQLError";
  }
}

/** What a {@link PostgresError} carries beside its message. */
export interface PostgresErrorFacts {
  /** Bun's own code, such as `ERR_POSTGRES_SERVER_ERROR`. */
  code: string;
  /** The SQLSTATE that the server sent, such as `23505`. */
  errno?: string | undefined;
  detail?: string | undefined;
  hint?: string | undefined;
  severity?: string | undefined;
  position?: string | undefined;
  internalPosition?: string | undefined;
  internalQuery?: string | undefined;
  where?: string | undefined;
  schema?: string | undefined;
  table?: string | undefined;
  column?: string | undefined;
  dataType?: string | undefined;
  constraint?: string | undefined;
  file?: string | undefined;
  line?: string | undefined;
  routine?: string | undefined;
}

/** A failure of PostgreSQL or of the connection to it (`SQL.PostgresError`). */
export class PostgresError extends SQLError {
  declare readonly code: string;
  declare readonly errno?: string;

  constructor(message: string, facts: PostgresErrorFacts) {
    super(message);
    this.name = "PostgresError";
    const given = Object.entries(facts).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(given));
  }
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
const closed = new Set([
  "CONNECTION_ENDED",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "ECONNRESET",
  "EPIPE",
]);

/** The error of a client as Bun throws it; what is no failure of the database comes back as it is. */
export function asPostgresError(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof SQLError || !("code" in cause)) return cause;
  const { code } = cause;
  if (typeof code !== "string") return cause;
  if (cause.name === "PostgresError") return serverError(cause, code);
  // A script file that is missing fails in the file system, not on the way to the server.
  if ("syscall" in cause && cause.syscall === "open") return cause;
  if (unreachable.has(code)) {
    return new PostgresError("Failed to connect", { code: "ERR_POSTGRES_CONNECTION_REFUSED" });
  }
  if (closed.has(code)) return connectionClosed();
  if (code === "CONNECT_TIMEOUT") {
    return new PostgresError("Connection timeout", { code: "ERR_POSTGRES_CONNECTION_TIMEOUT" });
  }
  return cause;
}

/** What every use of a closed client fails with. */
export function connectionClosed(): PostgresError {
  return new PostgresError("Connection closed", { code: "ERR_POSTGRES_CONNECTION_CLOSED" });
}

function serverError(cause: Error, sqlState: string): PostgresError {
  const sent = new Map<string, unknown>(Object.entries(cause));
  const text = (name: string) => {
    const value = sent.get(name);
    return typeof value === "string" ? value : undefined;
  };
  return new PostgresError(cause.message, {
    code: sqlState === "42601" ? "ERR_POSTGRES_SYNTAX_ERROR" : "ERR_POSTGRES_SERVER_ERROR",
    errno: sqlState,
    detail: text("detail"),
    hint: text("hint"),
    severity: text("severity"),
    position: text("position"),
    internalPosition: text("internal_position"),
    internalQuery: text("internal_query"),
    where: text("where"),
    schema: text("schema_name"),
    table: text("table_name"),
    column: text("column_name"),
    dataType: text("type_name"),
    constraint: text("constraint_name"),
    file: text("file"),
    line: text("line"),
    routine: text("routine"),
  });
}
