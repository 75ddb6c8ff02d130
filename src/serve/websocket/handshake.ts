import type { Exchange } from "../../wire/exchange.js";

/** What Bun says of a request that asks for a WebSocket: it may, it is none, or it wants another version. */
export type Handshake = "valid" | "none" | "wrong version";

/** Sixteen bytes in Base64, RFC 6455 section 4.1. */
const KEY = /^[A-Za-z0-9+/]{21}[AQgw]==$/;

const WEBSOCKET = /(?:^|,)\s*websocket\s*(?:,|$)/i;

/** Checks the handshake of a client as Bun 1.4.4 does, which asks nothing of the Connection field. */
export function checkHandshake(exchange: Exchange): Handshake {
  if (exchange.method !== "GET") return "none";
  if (!WEBSOCKET.test(exchange.header("upgrade") ?? "")) return "none";
  if (!KEY.test(exchange.header("sec-websocket-key") ?? "")) return "none";
  return exchange.header("sec-websocket-version") === "13" ? "valid" : "wrong version";
}
