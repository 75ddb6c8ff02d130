// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
// Template literals, not String(): a symbol is no text for Bun.
import {
  type CookieAttributes,
  type CookieInit,
  type CookieSameSite,
  checkedDomain,
  checkedName,
  checkedPath,
  checkedSameSite,
  expiryOf,
  isObject,
  optionsOf,
  readAttributes,
} from "./cookie-attributes.js";
import { parseSetCookie } from "./cookie-parsing.js";
import { missingArguments, typeError } from "./errors.js";
import { block, showAs } from "./inspect.js";

export type { CookieInit, CookieSameSite };

const SAME_SITE = { strict: "Strict", lax: "Lax", none: "None" } as const;
/** What Bun writes for a moment that no calendar knows. */
const NO_DATE = "Sun, 00 Jan 0000 00:00:00 GMT";

/** Makes a cookie of parts that are checked already. */
export let makeCookie: (name: string, value: string, attributes: CookieAttributes) => Cookie;

let own: (value: unknown, member: string) => Cookie;

/**
 * One HTTP cookie: a name, a value and attributes.
 * @see https://bun.com/docs/runtime/cookies
 */
export class Cookie {
  #name = "";
  #value = "";
  #attributes: CookieAttributes;
  /** The Date that stands for `expires`, so that it is the same one each time. */
  #expires: Date | null = null;

  /**
   * @param expires of options: seconds since 1970 when it is a number
   * @throws {TypeError} for names, paths and domains with characters that no field may have
   */
  constructor(name: string, value: string, options?: CookieInit | null);
  /** @param text the value of a `Set-Cookie` field */
  constructor(text: string);
  constructor(cookie: CookieInit);
  constructor(first?: unknown, value?: unknown, options?: unknown) {
    if (arguments.length > 1) {
      this.#name = usvString(first);
      this.#value = usvString(value);
      if (this.#name === "") throw nameRequired();
      this.#attributes = checked(this.#name, readAttributes(optionsOf(options)));
    } else if (typeof first === "string") {
      if (first === "") throw new TypeError("Invalid cookie string: empty");
      const parsed = parseSetCookie(first);
      this.#name = parsed.name;
      this.#value = parsed.value;
      this.#attributes = parsed.attributes;
    } else if (isObject(first)) {
      this.#name = "name" in first ? usvString(first["name"]) : "";
      if (this.#name === "") throw nameRequired();
      this.#value = "value" in first ? usvString(first["value"]) : "";
      this.#attributes = checked(this.#name, readAttributes(first));
    } else {
      throw missingArguments();
    }
  }

  /**
   * Reads the value of a `Set-Cookie` field.
   * @throws {TypeError} for text that is no such value
   */
  static parse(text: string): Cookie {
    if (arguments.length === 0) throw missingArguments();
    const { name, value, attributes } = parseSetCookie(`${text}`);
    return makeCookie(name, value, attributes);
  }

  /** The same as the constructor with these arguments. */
  static from(name: string, value: string, options?: CookieInit | null): Cookie {
    if (arguments.length < 2) throw missingArguments();
    // Unlike the constructor, it takes any value for options, and those without members for none.
    return new Cookie(name, value, isObject(options) ? options : null);
  }

  get name(): string {
    return own(this, "name").#name;
  }

  get value(): string {
    return own(this, "value").#value;
  }
  set value(value: string) {
    own(this, "value").#value = usvString(value);
  }

  /** Null: the host that set the cookie, and no other. */
  get domain(): string | null {
    return own(this, "domain").#attributes.domain;
  }
  set domain(domain: string) {
    own(this, "domain").#attributes.domain = checkedDomain(`${domain}`);
  }

  /** Empty: the browser chooses. */
  get path(): string {
    return own(this, "path").#attributes.path;
  }
  set path(path: string) {
    own(this, "path").#attributes.path = checkedPath(`${path}`);
  }

  get expires(): Date | undefined {
    const { expires } = own(this, "expires").#attributes;
    if (expires === null) return undefined;
    return (this.#expires ??= new Date(expires));
  }
  set expires(expires: Date | number | string | null | undefined) {
    own(this, "expires").#attributes.expires =
      expires === undefined || expires === null ? null : expiryOf(expires);
    this.#expires = null;
  }

  /** Seconds; goes before {@link expires} (RFC 6265 section 5.3). */
  get maxAge(): number | undefined {
    return own(this, "maxAge").#attributes.maxAge ?? undefined;
  }
  set maxAge(seconds: number | null | undefined) {
    own(this, "maxAge").#attributes.maxAge =
      seconds === undefined || seconds === null ? null : finite(seconds);
  }

  get secure(): boolean {
    return own(this, "secure").#attributes.secure;
  }
  set secure(secure: boolean) {
    own(this, "secure").#attributes.secure = Boolean(secure);
  }

  get httpOnly(): boolean {
    return own(this, "httpOnly").#attributes.httpOnly;
  }
  set httpOnly(httpOnly: boolean) {
    own(this, "httpOnly").#attributes.httpOnly = Boolean(httpOnly);
  }

  get sameSite(): CookieSameSite {
    return own(this, "sameSite").#attributes.sameSite;
  }
  set sameSite(sameSite: CookieSameSite) {
    own(this, "sameSite").#attributes.sameSite = checkedSameSite(`${sameSite}`.toLowerCase());
  }

  get partitioned(): boolean {
    return own(this, "partitioned").#attributes.partitioned;
  }
  set partitioned(partitioned: boolean) {
    own(this, "partitioned").#attributes.partitioned = Boolean(partitioned);
  }

  /** Whether a browser would have dropped it by now. */
  isExpired(): boolean {
    const { maxAge, expires } = own(this, "isExpired").#attributes;
    if (maxAge !== null) return maxAge <= 0;
    return expires !== null && expires < Date.now();
  }

  /** The same as {@link serialize}. */
  toString(): string {
    return own(this, "toString").#text();
  }

  toJSON(): CookieInit {
    const { domain, path, expires, maxAge, secure, sameSite, httpOnly, partitioned } = own(
      this,
      "toJSON",
    ).#attributes;
    return Object.assign(Object.create(null), {
      name: this.#name,
      value: this.#value,
      ...(domain === null || domain === "" ? {} : { domain }),
      path,
      ...(expires === null ? {} : { expires: this.expires }),
      ...(maxAge === null ? {} : { maxAge }),
      secure,
      sameSite,
      httpOnly,
      partitioned,
    });
  }

  /** The value of a `Set-Cookie` field that sets it. */
  serialize(): string {
    return own(this, "serialize").#text();
  }

  #text(): string {
    const { domain, path, expires, maxAge, secure, httpOnly, partitioned, sameSite } = this.#attributes;
    let text = `${this.#name}=${encodeURIComponent(this.#value)}`;
    if (domain !== null && domain !== "") text += `; Domain=${domain}`;
    if (path !== "") text += `; Path=${path}`;
    if (expires !== null) text += `; Expires=${dateText(expires)}`;
    if (maxAge !== null) text += `; Max-Age=${maxAge}`;
    if (secure) text += "; Secure";
    if (httpOnly) text += "; HttpOnly";
    if (partitioned) text += "; Partitioned";
    return `${text}; SameSite=${SAME_SITE[sameSite]}`;
  }

  declare readonly [Symbol.toStringTag]: string;

  static {
    own = (value, member) => {
      if (typeof value === "object" && value !== null && #attributes in value) return value;
      throw typeError("ERR_INVALID_THIS", `Can only call Cookie.${member} on instances of Cookie`);
    };
    makeCookie = (name, value, attributes) => {
      const cookie = new Cookie(name, value);
      cookie.#attributes = attributes;
      return cookie;
    };
    showAs(Cookie.prototype, (cookie, show) => {
      if (!(#attributes in cookie)) return "Cookie {}";
      const members = Object.entries(cookie.toJSON()).map(([name, value]) => {
        return `${JSON.stringify(name)}: ${typeof value === "string" ? JSON.stringify(value) : show(value)},`;
      });
      return `[Object: null prototype] ${block(members)}`;
    });
  }
}

for (const member of Object.getOwnPropertyNames(Cookie.prototype)) {
  if (member !== "constructor") Object.defineProperty(Cookie.prototype, member, { enumerable: true });
}
Object.defineProperty(Cookie.prototype, Symbol.toStringTag, { value: "Cookie", configurable: true });
// Bundlers rename a class that mentions itself.
Object.defineProperties(Cookie, { name: { value: "Cookie", configurable: true }, length: { value: 2 } });
Object.defineProperty(Cookie.from, "length", { value: 3 });

function checked(name: string, attributes: CookieAttributes): CookieAttributes {
  checkedName(name);
  checkedPath(attributes.path);
  checkedDomain(attributes.domain ?? "");
  return attributes;
}

/** Text without lone surrogates (Web IDL). */
function usvString(value: unknown): string {
  return `${value}`.toWellFormed();
}

function dateText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? NO_DATE : date.toUTCString();
}

function finite(value: unknown): number {
  if (typeof value === "bigint") throw new TypeError("Conversion from 'BigInt' to 'number' is not allowed.");
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a number");
  const number = Number(value);
  if (!Number.isFinite(number)) throw new TypeError("The provided value is non-finite");
  return number;
}

function nameRequired(): TypeError {
  return new TypeError("name is required");
}
