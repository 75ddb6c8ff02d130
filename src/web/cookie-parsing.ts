import {
  type CookieAttributes,
  checkedDomain,
  checkedName,
  checkedPath,
  checkedSameSite,
  defaultAttributes,
} from "./cookie-attributes.js";
import { parseCookieDate } from "./cookie-date.js";
import { decodePercent } from "./percent-decoding.js";

/** A cookie as read from text. */
export interface ParsedCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: CookieAttributes;
}

/** The longest number of digits that Bun holds. */
const INT64_MAX = 2n ** 63n - 1n;

/**
 * Reads the value of a `Set-Cookie` field (RFC 6265 section 5.2). Attributes that make no sense are passed over.
 * @throws {TypeError} for text that is no field value, or has no name
 */
export function parseSetCookie(text: string): ParsedCookie {
  if (!isFieldValue(text)) throw new TypeError("cookie string is not a valid HTTP header value");
  if (text.length === 1) throw new TypeError("Invalid cookie string: empty");
  const [pair = "", ...rest] = text.split(";");
  const equals = pair.indexOf("=");
  if (text !== "" && equals < 0) throw new TypeError("Invalid cookie string: no '=' found");
  const name = trimmed(pair, 0, Math.max(equals, 0));
  if (equals >= 0 && name === "") throw new TypeError("Invalid cookie string: name cannot be empty");
  checkedName(name);
  const attributes = defaultAttributes();
  for (const part of rest) readAttribute(part, attributes);
  checkedPath(attributes.path);
  checkedDomain(attributes.domain ?? "");
  return { name, value: trimmed(pair, equals + 1, pair.length), attributes };
}

function readAttribute(part: string, attributes: CookieAttributes): void {
  const equals = part.indexOf("=");
  const name = trimmed(part, 0, equals < 0 ? part.length : equals).toLowerCase();
  const value = equals < 0 ? "" : trimmed(part, equals + 1, part.length);
  switch (name) {
    case "domain":
      if (value !== "") attributes.domain = value.toLowerCase();
      break;
    case "path":
      if (value.startsWith("/")) attributes.path = value;
      break;
    case "expires": {
      const time = parseCookieDate(value);
      if (!Number.isNaN(time)) attributes.expires = time;
      break;
    }
    case "max-age": {
      const digits = /^[+-]?\d+/.exec(value)?.[0];
      if (digits === undefined) break;
      const seconds = BigInt(digits.replace("+", ""));
      if (seconds <= INT64_MAX && seconds >= -INT64_MAX) attributes.maxAge = Number(seconds);
      break;
    }
    case "secure":
      attributes.secure = true;
      break;
    case "httponly":
      attributes.httpOnly = true;
      break;
    case "partitioned":
      attributes.partitioned = true;
      break;
    case "samesite":
      if (/^(strict|lax|none)$/i.test(value)) attributes.sameSite = checkedSameSite(value.toLowerCase());
  }
}

// No white space around it, no line breaks and NUL, latin-1 (https://fetch.spec.whatwg.org/#header-value).
function isFieldValue(text: string): boolean {
  return /^[^\0\r\n\u0100-\uffff]*$/.test(text) && !/^[\t ]|[\t ]$/.test(text);
}

/** Reads a `Cookie` field (RFC 6265 section 5.4): names as they are, values decoded. */
export function parseCookieField(text: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  const isEncoded = text.includes("%");
  let start = 0;
  while (start < text.length) {
    const semicolon = text.indexOf(";", start);
    const end = semicolon < 0 ? text.length : semicolon;
    const equals = text.indexOf("=", start);
    if (equals >= 0 && equals < end) {
      const name = trimmed(text, start, equals);
      const value = trimmed(text, equals + 1, end);
      // What is decoded goes through UTF-8, which has no lone surrogates.
      if (name !== "") pairs.push([name, isEncoded ? decodePercent(value).toWellFormed() : value]);
    }
    start = end + 1;
  }
  return pairs;
}

/** Only ASCII white space goes: `trim()` would take the no-break space, too. */
function trimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
}
