import type { Compression, SocketOptions } from "../../wire/socket.js";
import { invalidOption } from "../errors.js";

/** A handler of the `websocket` option. */
export type SocketHandler = (this: unknown, ...given: unknown[]) => unknown;

/** The `websocket` option, checked, with defaults filled in; null: no such handler. */
export interface WebSocketSettings {
  /** The option as given: what `open` has as `this`. */
  readonly given: object;
  readonly open: SocketHandler | null;
  readonly message: SocketHandler | null;
  readonly close: SocketHandler | null;
  readonly drain: SocketHandler | null;
  readonly ping: SocketHandler | null;
  readonly pong: SocketHandler | null;
  readonly error: SocketHandler | null;
  readonly limits: SocketOptions;
}

const MAX_INTEGER = 0xffff_ffff;
const DEFAULT_LIMIT = 16 * 1024 * 1024;
const DEFAULT_IDLE_TIMEOUT = 120;
const SHORTEST_IDLE_TIMEOUT = 8;

const SIZES: ReadonlyMap<unknown, Compression> = new Map<unknown, Compression>([
  [true, "shared"],
  [false, "off"],
  ["", "off"],
  ["disable", "off"],
  ["shared", "shared"],
  ["dedicated", 256],
  ["3KB", 3],
  ["4KB", 4],
  ["8KB", 8],
  ["16KB", 16],
  ["32KB", 32],
  ["64KB", 64],
  ["128KB", 128],
  ["256KB", 256],
]);

/**
 * Checks the `websocket` option, in Bun's order.
 * @returns null when it is not given
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE`, with Bun's message
 */
export function readWebSocket(given: unknown): WebSocketSettings | null {
  if (given === undefined || given === null || given === "") return null;
  if (!isObject(given)) throw invalidOption("Expected websocket to be an object");
  const handler = (name: string): SocketHandler | null => readHandler(given, name);
  const error = handler("error");
  const message = handler("message");
  const open = handler("open");
  const close = handler("close");
  const drain = handler("drain");
  const ping = handler("ping");
  const pong = handler("pong");
  const compression = readDeflate(given["perMessageDeflate"]);
  const maxPayloadLength = readInteger(given, "maxPayloadLength", DEFAULT_LIMIT);
  const idleTimeout = readIdleTimeout(given);
  const backpressureLimit = readInteger(given, "backpressureLimit", DEFAULT_LIMIT);
  const closeOnBackpressureLimit = readBoolean(given, "closeOnBackpressureLimit", false);
  const sendPings = readBoolean(given, "sendPings", true);
  const publishToSelf = readBoolean(given, "publishToSelf", false);
  const limits = {
    maxPayloadLength,
    idleTimeout,
    backpressureLimit,
    closeOnBackpressureLimit,
    sendPings,
    publishToSelf,
    ...compression,
  };
  return { given, error, message, open, close, drain, ping, pong, limits };
}

function readHandler(given: Record<string, unknown>, name: string): SocketHandler | null {
  const value = given[name];
  if (value === undefined || value === null || value === "") return null;
  if (!isHandler(value)) throw invalidOption(`websocket expects a function for the '${name}' option`);
  return value;
}

function readInteger(given: Record<string, unknown>, name: string, byDefault: number): number {
  const value = given[name];
  if (value === undefined || value === null) return byDefault;
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw invalidOption(`websocket expects ${name} to be an integer`);
  }
  return Math.min(Math.max(0, value), MAX_INTEGER);
}

function readIdleTimeout(given: Record<string, unknown>): number {
  const seconds = readInteger(given, "idleTimeout", DEFAULT_IDLE_TIMEOUT);
  if (seconds > 960) throw invalidOption("websocket expects idleTimeout to be 960 or less");
  return seconds === 0 ? 0 : Math.max(seconds, SHORTEST_IDLE_TIMEOUT);
}

function readBoolean(given: Record<string, unknown>, name: string, byDefault: boolean): boolean {
  const value = given[name];
  if (value === undefined || value === null) return byDefault;
  if (typeof value !== "boolean") throw invalidOption(`websocket expects ${name} to be a boolean`);
  return value;
}

function readDeflate(value: unknown): { compress: Compression; decompress: Compression } {
  if (value === undefined || value === null || value === false) return { compress: "off", decompress: "off" };
  if (value === true) return { compress: "shared", decompress: "shared" };
  if (!isObject(value))
    throw invalidOption("websocket expects perMessageDeflate to be a boolean or an object");
  const compress = readCompression(value, "compress");
  const decompress = readCompression(value, "decompress");
  // Each is shared where only the other is asked for; a client cannot be kept from compressing.
  return {
    compress: compress ?? (decompress === null || decompress === "off" ? "off" : "shared"),
    decompress:
      decompress === null || decompress === "off"
        ? compress === null || compress === "off"
          ? "off"
          : "shared"
        : decompress,
  };
}

function readCompression(given: Record<string, unknown>, name: string): Compression | null {
  const value = given[name];
  if (value === undefined || value === null) return null;
  const compression = SIZES.get(value);
  if (compression === undefined) {
    throw invalidOption(
      `websocket expects a valid ${name} option, either "disable" "shared" "dedicated" "3KB" "4KB" "8KB" "16KB" "32KB" "64KB" "128KB" or "256KB"`,
    );
  }
  return compression;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isHandler(value: unknown): value is SocketHandler {
  return typeof value === "function";
}
