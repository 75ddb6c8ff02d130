import { typeError } from "../argument-error.js";
import type { TcpSocket } from "./tcp-socket.js";

/** What a program does with its sockets; `this` is not set. */
export interface SocketHandlers {
  open?(socket: TcpSocket): unknown;
  data?(socket: TcpSocket, data: Uint8Array | ArrayBuffer): unknown;
  drain?(socket: TcpSocket): unknown;
  /** The other side ends what it sends. Without this handler the socket is closed. */
  end?(socket: TcpSocket): unknown;
  close?(socket: TcpSocket, error?: Error): unknown;
  /** What a handler threw. */
  error?(socket: TcpSocket, error: Error): unknown;
  timeout?(socket: TcpSocket): unknown;
  handshake?(socket: TcpSocket, success: boolean, authorizationError: Error | null): unknown;
  connectError?(socket: TcpSocket, error: Error): unknown;
  /** How `data` gets bytes. Default: "buffer" */
  binaryType?: "buffer" | "uint8array" | "arraybuffer";
}

/** Handlers that can be exchanged while sockets use them. */
export interface HandlerSlot {
  handlers: SocketHandlers;
}

/** What `Bun.listen` and `Bun.connect` have in common. */
export interface SocketOptions {
  socket: SocketHandlers;
  data?: unknown;
  hostname?: string;
  port?: number;
  unix?: string;
  tls?: unknown;
}

/**
 * The options of `Bun.listen` and `Bun.connect`.
 *
 * @throws TypeError with code `ERR_INVALID_ARG_TYPE`, in Bun's words
 */
export function readOptions(options: unknown): SocketOptions {
  if (!isObject(options)) throw invalid("Expected object");
  const { socket, hostname, host, port, unix, data, tls } = options;
  if (!isHandlers(socket)) throw invalid("SocketOptions.socket is required");
  if (typeof socket.data !== "function" && typeof socket.drain !== "function") {
    throw invalid('Expected at least "data" or "drain" callback');
  }
  if (typeof unix === "string" && unix !== "") return { socket, data, unix, tls };
  const name = hostname ?? host;
  if (typeof name !== "string" || name === "") throw invalid('Expected either "hostname" or "unix"');
  if (port === undefined || port === null) throw invalid('Missing "port"');
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw invalid(`Expected "port" to be a number between 0 and 65535`);
  }
  return { socket, data, hostname: name, port: number, tls };
}

/**
 * The handlers of `reload`.
 *
 * @throws TypeError where there are none
 */
export function readHandlers(options: unknown): SocketHandlers {
  if (!isObject(options)) throw invalid("Expected options object");
  const { socket } = options;
  if (!isHandlers(socket)) throw invalid('Expected "socket" object');
  return socket;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isHandlers(value: unknown): value is SocketHandlers {
  return typeof value === "object" && value !== null;
}

function invalid(message: string): TypeError {
  return typeError("ERR_INVALID_ARG_TYPE", message);
}
