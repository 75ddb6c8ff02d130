import { Cookie } from "./cookie.js";
import { CookieMap } from "./cookie-map.js";
import { isHeaders } from "./headers.js";
import { isNativeRequest, isNativeResponse } from "./native.js";

/**
 * `structuredClone` that refuses messages and their fields, as every runtime does. V8 takes ours for plain
 * objects, and would give an empty one.
 */
export function refusingClone(native: typeof globalThis.structuredClone): typeof globalThis.structuredClone {
  return function structuredClone<T>(value: T, options?: StructuredSerializeOptions): T {
    if (isHeaders(value) || isNativeRequest(value) || isNativeResponse(value) || isCookies(value)) {
      throw new DOMException("The object can not be cloned.", "DataCloneError");
    }
    return native(value, options);
  };
}

function isCookies(value: unknown): boolean {
  return value instanceof Cookie || value instanceof CookieMap;
}
