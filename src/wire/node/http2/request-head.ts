import { constants, type IncomingHttpHeaders } from "node:http2";
import { dropsContent } from "../../methods.js";
import { utf8Target } from "../request-head.js";

/** What a request of HTTP/2 says about itself (RFC 9113 section 8.3.1). */
export interface Http2RequestHead {
  method: string;
  /** The path as sent, `/path?query`; `*` for OPTIONS of the server as a whole. */
  target: string;
  /** Fields in order, `host` made of `:authority` where it is missing. */
  fields: string[];
  /** 0: no content; -1: its length is not announced. */
  contentLength: number;
}

/** What Bun serves at most: fields with those that begin with a colon, and bytes as HTTP/1.1 would write them. */
const MAX_FIELDS = 200;
const MAX_BYTES = 16_384;
const FIELD_MARKS = ": \r\n".length;

/** Whether a field section is fine, more than is served, or so much more that nobody sends it in good faith. */
export function sizeOfHead(rawHeaders: readonly string[]): "fine" | "large" | "flood" {
  const count = rawHeaders.length / 2;
  let bytes = count * FIELD_MARKS;
  for (const text of rawHeaders) bytes += text.length;
  if (count <= MAX_FIELDS && bytes <= MAX_BYTES) return "fine";
  return count <= 2 * MAX_FIELDS && bytes <= 2 * MAX_BYTES ? "large" : "flood";
}

/** @returns null for what is malformed (RFC 9113 section 8.1.1) */
export function readHttp2Head(
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
  ended: boolean,
): Http2RequestHead | null {
  const method = textOf(headers[constants.HTTP2_HEADER_METHOD]);
  const target = utf8Target(textOf(headers[constants.HTTP2_HEADER_PATH]));
  const authority = textOf(headers[constants.HTTP2_HEADER_AUTHORITY]);
  if (method === "" || !isTarget(method, target) || authority.includes("@")) return null;
  const fields: string[] = [];
  let host = authority;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    if (name.startsWith(":")) continue;
    const value = rawHeaders[i + 1] ?? "";
    if (name === "host") {
      // Two that differ would let a proxy and a server see different hosts.
      if (host !== "" && host !== value) return null;
      host = value;
    }
    fields.push(name, value);
  }
  if (authority !== "" && headers.host === undefined) fields.push("host", authority);
  return { method, target, fields, contentLength: lengthOf(headers, method, ended) };
}

/** CONNECT names a host alone (RFC 9113 section 8.5). */
function isTarget(method: string, target: string): boolean {
  if (method === "CONNECT") return target === "";
  return target.startsWith("/") || (target === "*" && method === "OPTIONS");
}

function lengthOf(headers: IncomingHttpHeaders, method: string, ended: boolean): number {
  if (ended || dropsContent(method)) return 0;
  const announced = headers["content-length"];
  return announced === undefined ? -1 : Number(announced);
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
