import { Headers, writeFields } from "../../web/headers.js";
import { cookieChangesOf, type Request } from "../../web/request.js";
import type { Exchange } from "../../wire/exchange.js";
import { invalidOption } from "../errors.js";
import { checkHandshake } from "./handshake.js";
import { createServerWebSocket } from "./server-web-socket.js";

/** Fields of the 101 that are not the user's to choose, beside all of `Sec-WebSocket-`. */
const OWN_FIELDS = new Set(["upgrade", "connection", "content-length", "transfer-encoding"]);

/** `server.upgrade` once its request is known. @throws {TypeError} `ERR_INVALID_ARG_TYPE` for bad options */
export function upgrade(request: Request, exchange: Exchange, options: unknown): boolean {
  const handshake = checkHandshake(exchange);
  if (handshake === "none") return false;
  if (handshake === "wrong version") {
    exchange.refuse("426 Upgrade Required\r\nSec-WebSocket-Version: 13");
    return false;
  }
  const { data, headers } = readUpgradeOptions(options);
  const given = headers === null ? [] : fieldList(headers);
  // The getters and iterators of the options may have answered the request.
  if (exchange.aborted || exchange.replied) return false;
  const fields: string[] = [];
  let protocol = exchange.header("sec-websocket-protocol")?.split(",", 1)[0] ?? "";
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i] ?? "";
    const value = given[i + 1] ?? "";
    const lower = name.toLowerCase();
    if (lower === "sec-websocket-protocol") protocol = value;
    else if (!OWN_FIELDS.has(lower) && !lower.startsWith("sec-websocket-")) fields.push(name, value);
  }
  fields.push(...cookieChangesOf(request));
  return exchange.upgrade(createServerWebSocket(data), fields, protocol);
}

function readUpgradeOptions(options: unknown): { data: unknown; headers: HeadersInit | null } {
  if (options === undefined || options === null) return { data: undefined, headers: null };
  if (typeof options !== "object" && typeof options !== "function") {
    throw invalidOption("upgrade options must be an object");
  }
  const data: unknown = Reflect.get(options, "data");
  const headers: unknown = Reflect.get(options, "headers");
  if (headers === undefined || headers === null) return { data, headers: null };
  if (!isHeadersInit(headers)) {
    throw invalidOption("upgrade options.headers must be a Headers or an object");
  }
  return { data, headers };
}

// What is in it is checked where it is read.
function isHeadersInit(value: unknown): value is HeadersInit {
  return typeof value === "object" || typeof value === "function";
}

function fieldList(given: HeadersInit): string[] {
  const fields: string[] = [];
  writeFields(new Headers(given), fields);
  return fields;
}
