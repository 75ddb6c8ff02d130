/**
 * The runtime's own classes, captured when this module loads: `register` later puts ours in their place on
 * `globalThis`, and `instanceof`, `fetch()` and structured data still need the originals.
 */
export const NativeHeaders = globalThis.Headers;
export const NativeRequest = globalThis.Request;
export const NativeResponse = globalThis.Response;
export const NativeBlob = globalThis.Blob;
export const NativeFile = globalThis.File;

// `instanceof` on the classes themselves would ask a replaced `Symbol.hasInstance`; the prototypes cannot change.
const headersPrototype: object = NativeHeaders.prototype;
const requestPrototype: object = NativeRequest.prototype;
const responsePrototype: object = NativeResponse.prototype;

/** Whether `value` inherits from the runtime's `Headers` (ours do too: test for ours first). */
export function isNativeHeaders(value: unknown): value is globalThis.Headers {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.prototype.isPrototypeOf.call(headersPrototype, value)
  );
}

/** Whether `value` inherits from the runtime's `Request` (ours do too: test for ours first). */
export function isNativeRequest(value: unknown): value is globalThis.Request {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.prototype.isPrototypeOf.call(requestPrototype, value)
  );
}

const nativeStatus = Object.getOwnPropertyDescriptor(responsePrototype, "status")?.get;

/** Whether the runtime itself made this response: a proxy or a bare object with its prototype has no status. */
export function isGenuineResponse(value: unknown): value is globalThis.Response {
  try {
    if (nativeStatus === undefined || !isNativeResponse(value)) return false;
    Reflect.apply(nativeStatus, value, []);
    return true;
  } catch {
    return false;
  }
}

/** Whether `value` inherits from the runtime's `Response` (ours do too: test for ours first). */
export function isNativeResponse(value: unknown): value is globalThis.Response {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.prototype.isPrototypeOf.call(responsePrototype, value)
  );
}
