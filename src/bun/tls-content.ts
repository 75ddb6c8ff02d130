import { readFileSync, readSync } from "node:fs";
import { type FileRange, fileRangeOf } from "./file.js";
import { asSystemError } from "./system-error.js";

/** Stands for a `Blob` that is no `Bun.file`: its content cannot be had synchronously. */
export const PLAIN_BLOB = Symbol("plain Blob");

/**
 * The text of a key or certificate as the `tls` options of Bun take it: a string, bytes or a `Bun.file`. PEM is
 * ASCII: latin-1 keeps whatever else is there from being read as something else.
 *
 * @returns null for any other value
 * @throws {Error} the system's, for a file that cannot be read
 */
export function readTlsContent(value: unknown): string | typeof PLAIN_BLOB | null {
  if (typeof value === "string") return value;
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
    return Buffer.from(value).toString("latin1");
  }
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1");
  }
  if (!(value instanceof Blob)) return null;
  const range = fileRangeOf(value);
  return range === null ? PLAIN_BLOB : readRange(range);
}

function readRange(range: FileRange): string {
  try {
    const bytes = range.path === null ? readDescriptor(range.fd) : readFileSync(range.path);
    return bytes.subarray(range.start, range.end).toString("latin1");
  } catch (cause) {
    throw asSystemError(cause, "open", range.path ?? undefined);
  }
}

/** From its start, wherever its position is, and without moving it. */
function readDescriptor(fd: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const part = Buffer.alloc(16_384);
    const length = readSync(fd, part, 0, part.length, at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, length));
    at += length;
  }
}
