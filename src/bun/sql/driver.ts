import { createRequire } from "node:module";
import { connect, isIP, type Socket } from "node:net";
import type { ConnectionOptions, Target } from "./connection-options.js";

/** Part of a statement in the driver's own form: a query, a helper, a name or a typed parameter. */
export type DriverPart = unknown;

/** Rows as the driver gives them. */
export interface DriverRows extends Array<Record<string, unknown>> {
  count: number | null;
  command: string | null;
}

/** A statement of the driver: it runs once somebody waits for it. */
export interface DriverQuery extends PromiseLike<DriverRows | DriverRows[]> {
  values(): DriverQuery;
  simple(): DriverQuery;
  cancel(): void;
}

/** What runs statements: the pool, a reserved connection or a transaction. */
export interface DriverScope {
  (strings: TemplateStringsArray, ...values: DriverPart[]): DriverQuery;
  (value: unknown, ...columns: string[]): DriverPart;
  typed(value: unknown, type: number): DriverPart;
  json(value: unknown): DriverPart;
  unsafe(text: string, values?: DriverPart[]): DriverQuery;
}

/** A transaction. */
export interface DriverTransaction extends DriverScope {
  savepoint(name: string, run: (scope: DriverTransaction) => unknown): Promise<unknown>;
}

/** One connection of the pool. */
export interface DriverConnection extends DriverScope {
  release(): void;
}

/** The pool. */
export interface Driver extends DriverScope {
  begin(options: string, run: (scope: DriverTransaction) => unknown): Promise<unknown>;
  reserve(): Promise<DriverConnection>;
  end(options?: { timeout?: number }): Promise<void>;
}

/** A pool, and how many statements wait for it. */
export interface Pool {
  driver: Driver;
  /** Notes that a statement runs: from here on the process stays alive for its answer. */
  hold(): void;
  /** Notes that it ended. As in Bun, idle connections do not keep the process alive. */
  letGo(): void;
  /** Fulfilled once no statement runs. */
  idle(): Promise<void>;
}

/** Opens a pool. The package is loaded here, so that programs without a database do not pay for it. */
export function openPool({ options, session }: Target): Pool {
  const postgres = createRequire(import.meta.url)("postgres");
  const seconds = (time: number | undefined) => (time === undefined ? undefined : time / 1000);
  const sockets = new Set<Socket>();
  let running = 0;
  let waiting: (() => void)[] = [];
  const driver: Driver = postgres({
    // The driver writes at once; Node.js keeps that until the connection stands.
    socket: () => {
      const socket =
        options.path === undefined ? connect(options.port, options.hostname) : connect(options.path);
      sockets.add(socket);
      return socket.once("close", () => sockets.delete(socket));
    },
    host: options.hostname,
    port: options.port,
    user: options.username,
    pass: options.password,
    database: options.database,
    ssl: security(options),
    max: options.max,
    prepare: options.prepare,
    // Without a limit of its own the driver takes one from the environment, which Bun does not read.
    idle_timeout: seconds(options.idleTimeout) ?? null,
    connect_timeout: seconds(options.connectionTimeout) ?? 30,
    max_lifetime: seconds(options.maxLifetime) ?? null,
    // Bun dials again at once after a refusal.
    backoff: 0,
    connection: { application_name: "", ...session },
    // Bun shows no notices; the driver would print them.
    onnotice: () => {},
    // Bun sends NULL for undefined.
    transform: { undefined: null },
    types: {
      date: { to: 1184, from: [1082, 1114, 1184], serialize: dateText, parse: dateOf },
      ...(options.bigint && { bigint: { to: 20, from: [20], serialize: String, parse: BigInt } }),
    },
  });
  return {
    driver,
    hold: () => {
      running += 1;
      if (running === 1) for (const socket of sockets) socket.ref();
    },
    letGo: () => {
      running -= 1;
      if (running > 0) return;
      for (const socket of sockets) socket.unref();
      for (const proceed of waiting) proceed();
      waiting = [];
    },
    idle: async () => {
      if (running > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

function security({ sslMode, tls }: ConnectionOptions): object | string | false {
  if (sslMode === 0) return false;
  if (sslMode === 1) return "prefer";
  const { serverName, ...given }: { serverName?: string } = { ...tls };
  // RFC 6066 section 3 has no addresses for names.
  const name = serverName !== undefined && isIP(serverName) === 0 && { servername: serverName };
  return { ...name, rejectUnauthorized: sslMode > 2 || "ca" in given, ...given };
}

function dateText(value: unknown): string {
  return (value instanceof Date ? value : new Date(String(value))).toISOString();
}

/** Bun gives a timestamp without time zone as UTC, and the infinities as numbers. */
function dateOf(text: string): Date | number {
  if (text === "infinity") return Number.POSITIVE_INFINITY;
  if (text === "-infinity") return Number.NEGATIVE_INFINITY;
  const zoned = /(?:[+-]\d\d(?::?\d\d)?|Z)$/.test(text.slice(10));
  return new Date(text.length > 10 && !zoned ? `${text}Z` : text);
}
