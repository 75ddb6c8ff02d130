import { typeError } from "./errors.js";

/** What a user may state beside method, URL, headers, signal and body. */
export interface RequestDetails {
  readonly cache: globalThis.Request["cache"];
  readonly mode: globalThis.Request["mode"];
  readonly redirect: globalThis.Request["redirect"];
}

export const DEFAULT_DETAILS: RequestDetails = { cache: "default", mode: "cors", redirect: "follow" };

const METHODS = new Set(
  `ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE
NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE
UNBIND UNLINK UNLOCK UNSUBSCRIBE`.split(/\s/),
);

const CACHES = ["default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached"] as const;
const MODES = ["same-origin", "no-cors", "cors", "navigate"] as const;
const REDIRECTS = ["follow", "manual", "error"] as const;

/**
 * What a request is made from.
 * @param count of the arguments there are
 * @throws {Error} for what is neither text nor an object
 */
export function requestInput(given: unknown, count: number): string | object {
  if (count === 0) throw new Error("Failed to construct 'Request': 1 argument required, but only 0 present.");
  if (typeof given === "symbol") {
    throw new Error("Failed to construct 'Request': expected non-empty string or object");
  }
  if (typeof given === "string" || (typeof given === "object" && given !== null)) return given;
  throw new Error("Failed to construct 'Request': expected non-empty string or object, got undefined");
}

/**
 * The URL of a request made from `input`, absolute.
 * @throws {TypeError} `ERR_INVALID_URL` for one that is not
 */
export function requestUrl(input: string | object): string {
  let url: string;
  if (typeof input === "string") url = input;
  else if ("url" in input) url = String(input.url);
  else url = input.toString === Object.prototype.toString || Array.isArray(input) ? "" : String(input);
  if (url === "") throw new Error("Failed to construct 'Request': url is required.");
  if (!URL.canParse(url)) {
    throw typeError("ERR_INVALID_URL", `Failed to construct 'Request': Invalid URL "${url}"`);
  }
  return new URL(url).href;
}

/** The method that `given` names; null, which is GET, where it names none that Bun knows. */
export function requestMethod(given: unknown): string | null {
  if (typeof given === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  if (typeof given !== "string") return null;
  const upper = given.toUpperCase();
  // In upper or lower case: `Patch` is no method.
  const known = given === upper || given === upper.toLowerCase();
  return known && METHODS.has(upper) ? upper : null;
}

/** @throws {TypeError} when it is something else */
export function requestSignal(given: unknown): AbortSignal | null {
  if (given === undefined || given === null) return null;
  if (given instanceof AbortSignal) return given;
  throw new TypeError("Failed to construct 'Request': signal is not of type AbortSignal.");
}

/**
 * What is given, over what was there before.
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value that is none of those allowed
 */
export function requestDetails(
  before: RequestDetails,
  redirect: unknown,
  cache: unknown,
  mode: unknown,
): RequestDetails {
  if (cache === undefined && mode === undefined && redirect === undefined) return before;
  return {
    redirect: oneOf("redirect", redirect, REDIRECTS) ?? before.redirect,
    cache: oneOf("cache", cache, CACHES) ?? before.cache,
    mode: oneOf("mode", mode, MODES) ?? before.mode,
  };
}

function oneOf<T extends string>(name: string, given: unknown, allowed: readonly T[]): T | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== "string") throw typeError("ERR_INVALID_ARG_TYPE", `${name} must be a string`);
  const found = allowed.find((one) => one === given);
  if (found !== undefined) return found;
  const all = allowed.map((one) => `'${one}'`);
  throw typeError(
    "ERR_INVALID_ARG_TYPE",
    `${name} must be one of ${all.slice(0, -1).join(", ")} or ${all.at(-1)}`,
  );
}
