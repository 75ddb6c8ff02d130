import type { IncomingMessage } from "node:http";
import { dropsContent } from "../methods.js";
import { asksToClose } from "./reply-fields.js";

/** Bun 1.4.4 answers more fields than this with 431. */
export const MAX_FIELDS = 198;

/** What node's parser lets pass and Bun does not, and what the wire needs to know of every request. */
export interface RequestHead {
  /** Origin form: `/path?query`. As sent for CONNECT. */
  target: string;
  /** 0: no content; -1: chunks. */
  contentLength: number;
  /** The connection ends with this request. */
  close: boolean;
}

const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i;
const NON_ASCII = /[\u0080-\u00ff]/;

/** @returns the head, or the status that refuses the request as Bun does, without content */
export function readRequestHead(request: IncomingMessage): RequestHead | 400 | 431 | 505 {
  const fields = request.rawHeaders;
  if (fields.length > MAX_FIELDS * 2) return 431;
  const http10 = request.httpVersionMinor === 0;
  if (request.httpVersionMajor !== 1 || request.httpVersionMinor > 1) return 505;

  let hosted = false;
  let length: number | null = null;
  let chunked = false;
  let close = http10;
  for (let i = 0; i < fields.length; i += 2) {
    const name = fields[i] ?? "";
    const value = fields[i + 1] ?? "";
    switch (name.length) {
      case 4:
        if (!hosted && name.toLowerCase() === "host") hosted = true;
        break;
      case 10:
        if (name.toLowerCase() === "connection" && asksToClose(value)) close = true;
        break;
      case 14:
        if (name.toLowerCase() !== "content-length") break;
        if (value === "") return 400;
        length = Number(value);
        break;
      case 17:
        if (name.toLowerCase() !== "transfer-encoding") break;
        if (chunked || http10 || value.toLowerCase() !== "chunked") return 400;
        chunked = true;
        break;
    }
  }
  // RFC 9112 section 3.2; HTTP/1.0 had no Host.
  if (!hosted && !http10) return 400;
  const method = request.method ?? "";
  const target = originForm(method, request.url ?? "");
  if (target === null) return 400;
  const contentLength = dropsContent(method) ? 0 : chunked ? -1 : (length ?? 0);
  return { target, contentLength, close };
}

/** node reads the target as latin-1, the URL standard and Bun as UTF-8. */
export function utf8Target(sent: string): string {
  return NON_ASCII.test(sent) ? Buffer.from(sent, "latin1").toString("utf8") : sent;
}

/** RFC 9112 section 3.2.2: a server takes the absolute form too. Null: a target that Bun refuses. */
function originForm(method: string, sent: string): string | null {
  const target = utf8Target(sent);
  if (target.startsWith("/") || method === "CONNECT") return target;
  const origin = ABSOLUTE_FORM.exec(target)?.[0];
  if (origin === undefined) return null;
  const rest = target.slice(origin.length);
  return rest.startsWith("/") ? rest : `/${rest}`;
}
