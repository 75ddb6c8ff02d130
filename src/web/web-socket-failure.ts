import type { IncomingMessage } from "node:http";
import { certificateText } from "./certificate-text.js";
import { ProxyRefusal } from "./web-socket-tunnel.js";

/** What `ws` says of a handshake, in Bun's words. */
const HANDSHAKE: Readonly<Record<string, string>> = {
  "Invalid Upgrade header": "Invalid upgrade header",
  "Server sent a subprotocol but none was requested": "Mismatch client protocol",
  "Server sent an invalid subprotocol": "Mismatch client protocol",
  "Server sent no subprotocol": "Missing client protocol",
  "Server sent a Sec-WebSocket-Extensions header but no extension was requested":
    "Unsupported websocket extension",
  "Server indicated an extension that was not requested": "Unsupported websocket extension",
  "Invalid Sec-WebSocket-Extensions header": "Unsupported websocket extension",
};

/** The codes of `ws` for frames that break the protocol, in Bun's words; `#` is the number that `ws` names. */
const FRAMES: Readonly<Record<string, string>> = {
  WS_ERR_UNEXPECTED_RSV_2_3: "Protocol error - RSV2 and RSV3 must be clear",
  WS_ERR_UNEXPECTED_RSV_1: "Protocol error - RSV1 must be clear",
  WS_ERR_INVALID_OPCODE: "Protocol error - unsupported control frame: #",
  WS_ERR_EXPECTED_FIN: "Protocol error - control frame is fragmented",
  WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH: "Protocol error - invalid control frame: #",
  WS_ERR_UNEXPECTED_MASK: "Protocol error - unexpected mask from server",
  WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH: "Payload length over 2^53 - 1",
  WS_ERR_INVALID_UTF8: "Server sent invalid UTF8",
  WS_ERR_INVALID_CLOSE_CODE: "Protocol error - invalid close code: #",
};

/** What failed, in Bun's words, and the `code` of the error that says so; empty: it has none. */
export interface Failure {
  readonly why: string;
  readonly code: string;
}

/** Why a certificate is not trusted (node:tls, "X509 certificate error codes"). */
const CERTIFICATE = /CERT|ISSUER|LEAF_SIGNATURE|CRL/;

/** Alerts of the other side have this number, and their own above it. */
const FIRST_ALERT = 1000;

const TLS_REASONS: Readonly<Record<string, number>> = { WRONG_VERSION_NUMBER: 247 };

/** The last opcode of a message; those above are reserved, or of control frames. */
const BINARY = 2;

/**
 * Why a connection could not be made.
 * @param response what the server answered, if it did
 */
export function handshakeFailure(error: Error, response: IncomingMessage | null): Failure {
  const known = HANDSHAKE[error.message];
  if (known !== undefined) return { why: known, code: "" };
  if (error instanceof ProxyRefusal) return { why: error.message, code: "" };
  if (error.message === "Invalid Sec-WebSocket-Accept header") {
    const missing = response?.headers["sec-websocket-accept"] === undefined;
    return { why: `${missing ? "Missing" : "Mismatch"} websocket accept header`, code: "" };
  }
  return { why: connectionFailure(error), code: codeOf(error).replace(/^ERR_SSL_.*/, "EPROTO") };
}

function connectionFailure(error: Error): string {
  const code = codeOf(error);
  if (code.startsWith("HPE_")) return "Invalid response";
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return "TLS handshake failed: Hostname/IP does not match certificate's altnames";
  }
  if (CERTIFICATE.test(code)) return `TLS handshake failed: ${certificateText(error.message)}`;
  const refusal = tlsText(error.message);
  if (refusal !== null) return `TLS handshake failed: ${refusal}`;
  if (code !== "ECONNRESET") return "Failed to connect";
  return error.message === "socket hang up" ? "Connection ended" : `Connection ended: ${error.message}`;
}

/** An error of OpenSSL in the words of BoringSSL, where the two number it alike, or as is known. */
function tlsText(message: string): string | null {
  const [, digits = "", reason = ""] = /error:0A([\dA-F]{6}):SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  const number = Number.parseInt(digits, 16);
  const name = reason.toUpperCase().replaceAll(" ", "_");
  const boring = number >= FIRST_ALERT ? number : TLS_REASONS[name];
  if (boring === undefined) return null;
  return `error:10${boring.toString(16).padStart(6, "0")}:SSL routines:OPENSSL_internal:${name}`;
}

/** Why an answer is no handshake. */
export function responseFailure({ statusCode, headers }: IncomingMessage): string {
  if (statusCode !== 101) return `Expected 101 status code: ${statusCode}`;
  if (headers.upgrade === undefined) return "Missing upgrade header";
  return headers.connection === undefined ? "Missing connection header" : "Invalid connection header";
}

/** What a server did wrong on an open connection; null where the connection only broke off. */
export function protocolFailure(error: Error): Failure | null {
  const code = codeOf(error);
  if (code.startsWith("Z_")) return { why: "Invalid compressed data", code };
  const number = /\d+$/.exec(error.message)?.[0] ?? "";
  if (code === "WS_ERR_INVALID_OPCODE" && Number(number) <= BINARY) {
    return { why: `Protocol error - unexpected opcode: ${number}`, code };
  }
  const text = FRAMES[code];
  return text === undefined ? null : { why: text.replace("#", number), code };
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
