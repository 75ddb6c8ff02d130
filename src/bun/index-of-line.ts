import { typeError } from "./argument-error.js";
import { bytesOf } from "./file-store.js";

const NEWLINE = 0x0a;

/**
 * Where the next line break is.
 *
 * @param offset where to begin, in bytes
 * @returns -1 where there is none
 * @throws TypeError for what holds no bytes
 */
export function indexOfLine(buffer: ArrayBufferView | ArrayBufferLike, offset = 0): number {
  const bytes = bytesOf(buffer);
  if (bytes === null) {
    throw typeError("ERR_INVALID_ARG_TYPE", "buffer must be an ArrayBuffer or ArrayBufferView");
  }
  return bytes.indexOf(NEWLINE, Math.max(0, offset));
}
