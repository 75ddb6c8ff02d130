import { statusLine } from "../status-line.js";

/** What node's parser reports: an error code of llhttp, and the bytes that it choked on. */
export interface ParseError extends Error {
  code?: string;
  rawPacket?: Uint8Array;
  bytesParsed?: number;
}

/** `close`: without a word; `ignore`: not yet, or not at all. */
export type Refusal = string | "close" | "ignore";

const BAD_REQUEST = statusLine(400);
const BAD_VERSION = statusLine(505);
const HEAD_TOO_LARGE = statusLine(431);

/** Bun 1.4.4 takes no method, and no head, of this many bytes. */
const MAX_HEAD = 16 * 1024;

const REQUEST_LINE = /^[^ ]+ (?:\/|https?:\/\/)\S* HTTP\/1\.[01]\r\n/;
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+/;
const SERVED_TARGET = /^(?:CONNECT |[^ ]+ (?:\/|https?:\/\/))/;

/** Errors that only a request line has. */
const LINE_CODES = new Set(["HPE_INVALID_METHOD", "HPE_INVALID_URL", "HPE_INVALID_CONSTANT"]);
/** Errors at the end of any line of a head. */
const LINE_END_CODES = new Set(["HPE_CR_EXPECTED", "HPE_LF_EXPECTED", "HPE_STRICT"]);

/**
 * What Bun 1.4.4 does about a request that cannot be read: the status line that it answers with, or that it
 * closes the connection without a word, for a method that it does not know, or a client that left or was too
 * slow. To be ignored are bytes after the last request of a connection, whose reply may still be on its way,
 * and a request line of which only a part of the method is there.
 */
export function refusalOf(error: ParseError): Refusal {
  const code = error.code ?? "";
  if (code === "HPE_CLOSED_CONNECTION") return "ignore";
  // The client ended what it sent in the middle of a request.
  if (code === "HPE_INVALID_EOF_STATE") return "close";
  if (code === "HPE_HEADER_OVERFLOW") return HEAD_TOO_LARGE;
  if (code === "HPE_CHUNK_EXTENSIONS_OVERFLOW") return statusLine(413);
  if (code === "HPE_INVALID_VERSION") return BAD_VERSION;
  const text = Buffer.from(error.rawPacket ?? []).toString("latin1");
  const start = text.lastIndexOf("\n", (error.bytesParsed ?? 0) - 1) + 1;
  if (LINE_CODES.has(code) || (LINE_END_CODES.has(code) && start === 0))
    return refusalOfLine(text.slice(start));
  return code.startsWith("HPE_") ? BAD_REQUEST : "close";
}

/** @param text from the request line on */
function refusalOfLine(text: string): Refusal {
  const method = TOKEN.exec(text)?.[0] ?? "";
  if (method.length === text.length) return text.length < MAX_HEAD ? "ignore" : HEAD_TOO_LARGE;
  const next = text.charAt(method.length);
  if (method === "" || next === "\r" || (next > " " && next < "\x7f")) return BAD_REQUEST;
  if (next !== " ") return BAD_VERSION;
  if (REQUEST_LINE.test(text)) return "close";
  return SERVED_TARGET.test(text) ? BAD_VERSION : BAD_REQUEST;
}
