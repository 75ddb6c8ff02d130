import type { TlsContext } from "../wire/tls-context.js";
import { defaultPort } from "./default-port.js";
import { invalidOption, portOutOfRange, refuseSymbol } from "./errors.js";
import { type PageSettings, readPageSettings } from "./html/page-settings.js";
import { readProtocols } from "./protocol-options.js";
import { type RouteEntry, readRoutes } from "./routes.js";
import { checkTls } from "./tls-check.js";
import { readTls } from "./tls-options.js";
import type { ErrorHandler, FetchHandler } from "./types.js";
import { readUnix } from "./unix-options.js";
import { readWebSocket, type WebSocketSettings } from "./websocket/options.js";

/** The options of `Bun.serve`, checked, with defaults filled in. */
export interface ServeSettings {
  readonly port: number;
  /** As the user wrote it; undefined: every interface. */
  readonly hostname: string | undefined;
  /** Path of a unix socket to listen on instead of a port; `\0name`: in Linux's abstract namespace. */
  readonly unix: string | undefined;
  /** Checked; the first is for clients that name no known server. Null: no TLS. */
  readonly tls: readonly TlsContext[] | null;
  readonly http1: boolean;
  readonly http2: boolean;
  readonly reusePort: boolean;
  readonly ipv6Only: boolean;
  /** Seconds; 0 is never. */
  readonly idleTimeout: number;
  /** Whether the user named a time. */
  readonly idleTimeoutChosen: boolean;
  /** Bytes. */
  readonly maxRequestBodySize: number;
  readonly development: boolean;
  readonly pages: PageSettings;
  readonly id: string;
  readonly handlers: Handlers;
}

/** What `server.reload` can change; null: not given. */
export interface Handlers {
  readonly fetch: FetchHandler | null;
  readonly error: ErrorHandler | null;
  readonly routes: readonly RouteEntry[] | null;
  readonly websocket: WebSocketSettings | null;
}

const DEFAULT_IDLE_TIMEOUT = 10;
/** So many calls are between `Bun.serve` and the deepest check. */
const DEPTH = 15;
const DEFAULT_MAX_BODY = 128 * 1024 * 1024;

// As Bun does, once at start: a program cannot change its mind later.
const developmentByDefault = process.env["NODE_ENV"] !== "production";

/**
 * Checks the options of `Bun.serve`.
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE`, with Bun's message
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a bad port
 */
export function readOptions(given: unknown): ServeSettings {
  const limit = Error.stackTraceLimit;
  // Of the calls that V8 keeps, all would be ours, and none the line of the program that says what is wrong.
  if (limit > 0) Error.stackTraceLimit = limit + DEPTH;
  try {
    const { tls, ...settings } = readAll(given);
    return { ...settings, tls: tls === null ? null : checkTls(tls) };
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Checks the options of `server.reload`: all of them, as Bun does, though only the handlers count. */
export function readReload(given: unknown): Handlers {
  return readAll(given, true).handlers;
}

/**
 * Reads in Bun's order: of several wrong options the first is named.
 * @param reload whether the options may lead nowhere: what is not given stays as it is then
 */
function readAll(given: unknown, reload = false) {
  const options = optionsObject(given);
  const developing = options["development"];
  const development = developing === undefined ? developmentByDefault : Boolean(developing);
  const pages = readPageSettings(developing, development);
  const routes = readTable(options);
  const idle = options["idleTimeout"];
  const idleTimeout = readIdleTimeout(idle);
  const websocket = readWebSocket(options["webSocket"]) ?? readWebSocket(options["websocket"]);
  const port = readPort(options["port"]);
  const hostname = readHostname(options, "hostname") ?? readHostname(options, "host");
  const unix = readUnix(options, hostname);
  const settings = {
    development,
    pages,
    idleTimeout,
    idleTimeoutChosen: idle !== undefined && idle !== null,
    port,
    hostname,
    unix,
    id: readId(options["id"]),
    reusePort: Boolean(options["reusePort"]),
    ipv6Only: Boolean(options["ipv6Only"]),
    maxRequestBodySize: readMaxBody(options["maxRequestBodySize"]),
    handlers: { ...readHandlers(options), routes, websocket },
  };
  if (!reload) checkLeadsSomewhere(settings.handlers);
  const tls = readTls(options);
  const protocols = readProtocols(options, tls !== null);
  return { ...settings, ...protocols, tls };
}

function readTable(options: Record<string, unknown>): readonly RouteEntry[] | null {
  const table = options["routes"] === undefined ? options["static"] : options["routes"];
  return table === undefined ? null : readRoutes(table);
}

function readHandlers(options: Record<string, unknown>): Pick<Handlers, "fetch" | "error"> {
  const error = givenHandler(options["error"]);
  if (error !== null && !isErrorHandler(error)) throw invalidOption("Expected error to be a function");
  const fetch = givenHandler(options["fetch"]);
  if (fetch !== null && !isFetchHandler(fetch)) throw invalidOption("Expected fetch() to be a function");
  return { fetch, error };
}

/** For Bun an empty text is no handler; everything else that is no function is a wrong one. */
function givenHandler(value: unknown): unknown {
  return value === "" ? null : (value ?? null);
}

/** A new server must lead somewhere. */
function checkLeadsSomewhere({ fetch, routes }: Handlers): void {
  if (fetch === null && (routes ?? []).every((route) => route.target.kind === "none")) {
    throw invalidOption(NO_HANDLER);
  }
}

function optionsObject(given: unknown): Record<string, unknown> {
  if (!isObject(given)) throw invalidOption("Bun.serve expects an object");
  return given;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isFetchHandler(value: unknown): value is FetchHandler {
  return typeof value === "function";
}

function isErrorHandler(value: unknown): value is ErrorHandler {
  return typeof value === "function";
}

function readPort(value: unknown): number {
  if (value === undefined || value === null || value === "") return defaultPort();
  const port = toNumber(value);
  if (!Number.isInteger(port)) throw portOutOfRange("an integer", port);
  if (port < 0 || port > 65_535) throw portOutOfRange(">= 0 and <= 65535", port);
  return port;
}

// Number() would take a bigint; Bun's conversion refuses it.
function toNumber(value: unknown): number {
  if (typeof value === "bigint") throw new TypeError("Conversion from 'BigInt' to 'number' is not allowed.");
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a number");
  return Number(value);
}

/** @param name `hostname`, or `host`, which Bun takes as well where there is no other */
function readHostname(options: Record<string, unknown>, name: string): string | undefined {
  const value = options[name];
  if (value === undefined || value === null || value === false) return undefined;
  refuseSymbol(name, value);
  const hostname = String(value);
  checkHostname(hostname);
  return hostname === "" ? undefined : hostname;
}

/** Bun makes a URL of it. */
function checkHostname(hostname: string): void {
  if (/[^\0-\x7f]/.test(hostname)) throw invalidOption(NOT_ENCODED);
  if (hostname.startsWith("/")) throw invalidOption("baseURI must have a hostname");
  if (hostname.includes("@")) throw invalidOption("baseURI can't have a username or password");
}

function readId(value: unknown): string {
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return value === undefined || value === null ? "" : String(value);
}

function readIdleTimeout(value: unknown): number {
  if (value === undefined || value === null) return DEFAULT_IDLE_TIMEOUT;
  if (!Number.isSafeInteger(value) || typeof value !== "number" || Object.is(value, -0)) {
    throw invalidOption("Bun.serve expects idleTimeout to be an integer");
  }
  if (value > 255) throw invalidOption("Bun.serve expects idleTimeout to be 255 or less");
  return Math.max(0, value);
}

function readMaxBody(value: unknown): number {
  if (typeof value !== "number" || Number.isNaN(value)) return DEFAULT_MAX_BODY;
  return Math.max(0, value);
}

const NOT_ENCODED = `Unicode hostnames must already be encoded for now.
new URL(input).hostname should do the trick.`;

const NO_HANDLER = `Bun.serve() needs either:

  - A routes object:
     routes: {
       "/path": {
         GET: (req) => new Response("Hello")
       }
     }

  - Or a fetch handler:
     fetch: (req) => {
       return new Response("Hello")
     }

Learn more at https://bun.com/docs/api/http`;
