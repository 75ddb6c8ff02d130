import { blobBytes } from "./blob-bytes.js";
import { bytesIn } from "./bytes.js";
import { typeError } from "./errors.js";

/**
 * What goes over the wire; a Blob where its content cannot be had at once.
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for shared memory
 */
export function asContent(method: string, value: unknown): string | Uint8Array | Blob {
  if (value instanceof Blob) return blobBytes(value) ?? value;
  if (value instanceof SharedArrayBuffer) {
    const text = `Argument 1 ('data') to WebSocket.${method} must be an instance of ArrayBuffer`;
    throw typeError("ERR_INVALID_ARG_TYPE", text);
  }
  if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) return `${value}`;
  return bytesIn(value);
}
