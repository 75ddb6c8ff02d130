import { constants, type IncomingHttpHeaders } from "node:http2";
import { dropsContent } from "../../methods.js";

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

/** @returns null for what only a proxy could serve (CONNECT) */
export function readHttp2Head(
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
  ended: boolean,
): Http2RequestHead | null {
  const method = textOf(headers[constants.HTTP2_HEADER_METHOD]);
  const target = textOf(headers[constants.HTTP2_HEADER_PATH]);
  if (method === "" || target === "") return null;
  const fields: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    if (!name.startsWith(":")) fields.push(name, rawHeaders[i + 1] ?? "");
  }
  const authority = textOf(headers[constants.HTTP2_HEADER_AUTHORITY]);
  if (authority !== "" && headers.host === undefined) fields.push("host", authority);
  return { method, target, fields, contentLength: lengthOf(headers, method, ended) };
}

function lengthOf(headers: IncomingHttpHeaders, method: string, ended: boolean): number {
  if (ended || dropsContent(method)) return 0;
  const announced = headers["content-length"];
  return announced === undefined ? -1 : Number(announced);
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
