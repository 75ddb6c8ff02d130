import type { HeaderList } from "../exchange.js";
import type { UwsRequest } from "./types.js";

const NON_ASCII = /[\u0080-\uffff]/;

/*
 * The engine's request dies when its callback is over, and throws whatever it is asked for from then on: then it
 * has nothing to say.
 */

/** The path and what follows it; empty when the request is gone. */
export function readTarget(request: UwsRequest, path: string): string {
  try {
    const query = request.getQuery();
    return query === undefined ? path : `${path}?${query}`;
  } catch {
    return "";
  }
}

/** Whether a field is there and not empty. */
export function hasValue(request: UwsRequest, lowerCaseName: string): boolean {
  try {
    return request.getHeader(lowerCaseName) !== "";
  } catch {
    return false;
  }
}

/** Every field of the request: lower-case name, value, … in order. Values are latin-1 (RFC 9110 section 5.5). */
export function readFields(request: UwsRequest): string[] {
  const fields: string[] = [];
  try {
    request.forEach((name, value) => {
      fields.push(name, NON_ASCII.test(value) ? latin1Value(request, name, value) : value);
    });
  } catch {}
  return fields;
}

/** `forEach` decodes values as UTF-8; only `getHeader` gives the bytes, and only of the first field. */
function latin1Value(request: UwsRequest, name: string, value: string): string {
  if (!value.includes("\ufffd")) return Buffer.from(value, "utf8").toString("latin1");
  return request.getHeader(name);
}

/** The combined value of a field, or null: RFC 9110 section 5.3; cookies are joined by `; ` (RFC 6265). */
export function fieldValue(fields: HeaderList, name: string): string | null {
  let value: string | null = null;
  for (let i = 0; i < fields.length; i += 2) {
    if (fields[i] !== name) continue;
    const next = fields[i + 1] ?? "";
    value = value === null ? next : value + (name === "cookie" ? "; " : ", ") + next;
  }
  return value;
}
