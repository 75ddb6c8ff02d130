import { statusLine } from "../status-line.js";

/** What node's parser reports: an error code of llhttp, and the bytes that it choked on. */
export interface ParseError extends Error {
  code?: string;
  rawPacket?: Uint8Array;
  bytesParsed?: number;
}

const REQUEST_LINE = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+ (?:\/|https?:\/\/)\S* HTTP\/1\.[01]$/;
const METHOD = /^[A-Za-z-]+ /;

/**
 * The status line that Bun 1.4.4 answers a request with that cannot be read. `close`: it closes the
 * connection without a word, for a method that it does not know, or a client that left or was too slow.
 * `ignore`: bytes after the last request of a connection; its reply may still be on its way.
 */
export function refusalOf(error: ParseError): string | "close" | "ignore" {
  const code = error.code ?? "";
  if (code === "HPE_CLOSED_CONNECTION") return "ignore";
  // The client ended what it sent in the middle of a request.
  if (code === "HPE_INVALID_EOF_STATE") return "close";
  if (code === "HPE_HEADER_OVERFLOW") return statusLine(431);
  if (code === "HPE_INVALID_VERSION") return statusLine(505);
  if (code === "HPE_INVALID_METHOD") return isUnknownMethod(error) ? "close" : statusLine(400);
  return code.startsWith("HPE_") ? statusLine(400) : "close";
}

/** Whether the line at fault is a request line of which only the method is unknown. */
function isUnknownMethod(error: ParseError): boolean {
  const text = Buffer.from(error.rawPacket ?? []).toString("latin1");
  const fault = error.bytesParsed ?? 0;
  const start = text.lastIndexOf("\n", fault - 1) + 1;
  const line = text.slice(start, text.indexOf("\r\n", start));
  return METHOD.test(line) && REQUEST_LINE.test(line);
}
