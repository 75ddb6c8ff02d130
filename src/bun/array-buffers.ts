import { rangeError, received, typeError } from "./argument-error.js";
import { bytesOf } from "./file-store.js";

const SIZE_MAX = 2 ** 32 - 1;

/**
 * Memory that holds whatever was there before.
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_OUT_OF_RANGE`
 */
export function allocUnsafe(size: number): Uint8Array<ArrayBuffer> {
  if (typeof size !== "number") {
    const message = `The "size" argument must be of type number. Received ${received(size)}`;
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  if (!(size >= 0 && size <= SIZE_MAX)) throw rangeError("size", `>= 0 && <= ${SIZE_MAX}`, size);
  const { buffer, byteOffset, byteLength } = Buffer.allocUnsafeSlow(Math.trunc(size));
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Joins buffers and views.
 *
 * @param maxLength how many bytes to take at most. Default: all
 * @param asUint8Array whether to return a `Uint8Array`. Default: false
 * @throws {TypeError} for anything but buffers and views
 */
export function concatArrayBuffers(
  buffers: readonly (ArrayBufferView | ArrayBufferLike)[],
  maxLength: number | undefined,
  asUint8Array: true,
): Uint8Array<ArrayBuffer>;
export function concatArrayBuffers(
  buffers: readonly (ArrayBufferView | ArrayBufferLike)[],
  maxLength?: number,
  asUint8Array?: boolean,
): ArrayBuffer;
export function concatArrayBuffers(
  buffers: readonly unknown[],
  maxLength: number = Number.POSITIVE_INFINITY,
  asUint8Array?: boolean,
): ArrayBuffer | Uint8Array<ArrayBuffer> {
  if (buffers === undefined) throw new TypeError("Expected at least one argument");
  const pieces = Array.from(buffers, (buffer) => {
    const bytes = bytesOf(buffer);
    if (bytes === null) throw new TypeError("Expected TypedArray");
    return bytes;
  });
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const joined = new Uint8Array(Math.min(total, maxLength));
  let at = 0;
  for (const piece of pieces) {
    const left = joined.length - at;
    joined.set(piece.length > left ? piece.subarray(0, left) : piece, at);
    at += Math.min(piece.length, left);
  }
  return asUint8Array === true ? joined : joined.buffer;
}
