import { inspect } from "node:util";
import { parseCookieDate } from "./cookie-date.js";
import { typeError } from "./errors.js";

/** `SameSite` of a cookie (RFC 6265bis section 4.1.2.7). */
export type CookieSameSite = "strict" | "lax" | "none";

/** What a cookie is made of. */
export interface CookieInit {
  name?: string;
  value?: string;
  domain?: string | null;
  /** Default: `/`. An empty text leaves the path to the browser. */
  path?: string;
  /** Numbers are seconds since 1970. */
  expires?: number | Date | string;
  secure?: boolean;
  /** Default: `lax`. */
  sameSite?: CookieSameSite;
  httpOnly?: boolean;
  partitioned?: boolean;
  /** Seconds. */
  maxAge?: number;
}

/** Every attribute of a cookie; the values are checked. */
export interface CookieAttributes {
  domain: string | null;
  path: string;
  /** Milliseconds since 1970; null: none. */
  expires: number | null;
  secure: boolean;
  sameSite: CookieSameSite;
  httpOnly: boolean;
  partitioned: boolean;
  /** Seconds; null: none. */
  maxAge: number | null;
}

/** What a cookie has that nobody says anything of. */
export function defaultAttributes(): CookieAttributes {
  return {
    domain: null,
    path: "/",
    expires: null,
    secure: false,
    sameSite: "lax",
    httpOnly: false,
    partitioned: false,
    maxAge: null,
  };
}

/** A text that is no attribute's value never gets into a header field. */
export function checkedName(name: string): string {
  if (!/^[!-:<>-~]+$/.test(name)) throw invalid("name");
  return name;
}

export function checkedPath(path: string): string {
  if (!/^[ -:<-~]*$/.test(path)) throw invalid("path");
  return path;
}

export function checkedDomain(domain: string): string {
  if (!/^[a-z0-9.-]*$/.test(domain)) throw invalid("domain");
  return domain;
}

export function checkedSameSite(text: string): CookieSameSite {
  if (text !== "strict" && text !== "lax" && text !== "none") {
    throw new TypeError("Invalid sameSite value. Must be 'strict', 'lax', or 'none'");
  }
  return text;
}

/** Whatever options can be read from: null and undefined are none at all. */
export function optionsOf(given: unknown): Record<string, unknown> | null {
  if (given === undefined || given === null) return null;
  if (!isObject(given)) throw new TypeError("Options must be an object");
  return given;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/**
 * The attributes that options name, over the defaults.
 * @throws {TypeError} `ERR_INVALID_ARG_VALUE` for an `expires` that is no date
 * @throws {RangeError} for an `expires` that is not finite
 */
export function readAttributes(options: Record<string, unknown> | null): CookieAttributes {
  const attributes = defaultAttributes();
  if (options === null) return attributes;
  const { domain, path } = readScope(options);
  attributes.domain = domain;
  attributes.path = path;
  const expires = optionOf(options, "expires");
  if (expires !== null) attributes.expires = expiryOf(expires);
  const maxAge = optionOf(options, "maxAge");
  if (typeof maxAge === "number" && !Number.isNaN(maxAge)) attributes.maxAge = maxAge;
  attributes.secure = Boolean(optionOf(options, "secure"));
  attributes.httpOnly = Boolean(optionOf(options, "httpOnly"));
  attributes.partitioned = Boolean(optionOf(options, "partitioned"));
  const sameSite = optionOf(options, "sameSite");
  if (sameSite !== null) attributes.sameSite = checkedSameSite(`${sameSite}`);
  return attributes;
}

/** Domain and path of options, not checked yet. */
export function readScope(options: Record<string, unknown>): { domain: string | null; path: string } {
  const domain = optionOf(options, "domain");
  const path = optionOf(options, "path");
  return { domain: domain === null ? null : `${domain}`, path: path === null ? "/" : `${path}` };
}

/** Milliseconds since 1970 from a date, its text, or seconds; null where Bun cannot hold the number. */
export function expiryOf(value: unknown): number | null {
  if (value instanceof Date) {
    const time = value.getTime();
    if (Number.isNaN(time)) throw new RangeError("expires must be a valid Date (or Number)");
    return time;
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("expires must be a valid Number (or Date)");
    return Math.abs(value) * 1000 < INT64_LIMIT ? Math.trunc(value * 1000) : null;
  }
  if (typeof value === "string") {
    const time = parseCookieDate(value);
    // Bun takes the first moment of 1970 for a failure, too.
    if (Number.isNaN(time) || time === 0) throw new TypeError("Invalid cookie expiration date");
    return time;
  }
  throw typeError(
    "ERR_INVALID_ARG_VALUE",
    `The argument 'expires' Invalid expires value. Must be a Date or a number. Received ${inspect(value)}`,
  );
}

/** Bun keeps the milliseconds in 64 bits. */
const INT64_LIMIT = 2 ** 63;

/** An option, null where there is none. */
function optionOf(options: Record<string, unknown>, name: string): unknown {
  return name in options ? (options[name] ?? null) : null;
}

function invalid(what: string): TypeError {
  return new TypeError(`Invalid cookie ${what}: contains invalid characters`);
}
