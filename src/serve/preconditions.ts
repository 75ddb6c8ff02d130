import type { Exchange } from "../wire/exchange.js";
import { isStrong, matchesETag, matchesStrongETag } from "./etag.js";

/** What conditional requests are compared with. */
export interface Validators {
  readonly etag: string | null;
  /** The `Last-Modified` field; null: not told. */
  readonly lastModified: string | null;
  /** Without a tag, `If-None-Match: *` does not name it either: so it is with Bun's static routes. */
  readonly starNeedsTag?: true;
}

/**
 * Evaluates the preconditions of a GET or HEAD in the order of RFC 9110 section 13.2.2.
 * @returns 200 to go on, 304 or 412
 */
export function checkPreconditions(exchange: Exchange, validators: Validators): 200 | 304 | 412 {
  const { etag, lastModified } = validators;
  const ifMatch = given(exchange, "if-match");
  if (ifMatch !== null) {
    if (!matchesStrongETag(ifMatch, etag)) return 412;
  } else {
    const ifUnmodified = given(exchange, "if-unmodified-since");
    if (ifUnmodified !== null && seconds(lastModified) > seconds(ifUnmodified)) return 412;
  }
  const ifNoneMatch = given(exchange, "if-none-match");
  if (ifNoneMatch !== null) {
    if (etag === null && validators.starNeedsTag) return 200;
    return matchesETag(ifNoneMatch, etag) ? 304 : 200;
  }
  const ifModified = given(exchange, "if-modified-since");
  return ifModified !== null && seconds(lastModified) <= seconds(ifModified) ? 304 : 200;
}

/** Whether a request has any precondition; most have none. */
export function isConditional(exchange: Exchange): boolean {
  return (
    exchange.hasField("if-none-match") ||
    exchange.hasField("if-modified-since") ||
    exchange.hasField("if-match") ||
    exchange.hasField("if-unmodified-since")
  );
}

/** Whether a `Range` counts: `If-Range` names what we have now, or is absent (RFC 9110 section 13.1.5). */
export function rangeIsCurrent(exchange: Exchange, { etag, lastModified }: Validators): boolean {
  const field = given(exchange, "if-range");
  if (field === null) return true;
  if (field === etag && isStrong(field)) return true;
  // Only what looks like the form that HTTP writes, unlike in the other conditions.
  return field.trimEnd().endsWith("GMT") && seconds(field) === seconds(lastModified);
}

/** Of several fields of one name Bun reads the first; an empty one is none. */
export function given(exchange: Exchange, name: string): string | null {
  if (!exchange.hasField(name)) return null;
  const fields = exchange.headerList();
  for (let i = 0; i < fields.length; i += 2) {
    if (fields[i]?.toLowerCase() === name) return fields[i + 1] || null;
  }
  return null;
}

/** NaN for no date, or one before 1970: it compares with nothing. */
function seconds(date: string | null): number {
  const time = date === null ? Number.NaN : Date.parse(date);
  return time < 0 ? Number.NaN : Math.floor(time / 1000);
}
