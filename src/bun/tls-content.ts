import { readFileSync, readSync } from "node:fs";
import { type FileRange, fileRangeOf } from "./file.js";
import { asSystemError } from "./system-error.js";

/** Stands for a `Blob` that is no `Bun.file`: its content cannot be had synchronously. */
export const PLAIN_BLOB = Symbol("plain Blob");

/** Stands for a `Bun.file` without content. */
export const EMPTY_FILE = Symbol("empty file");

/**
 * The text of a key or certificate as the `tls` options of Bun take it: a string, bytes or a `Bun.file`. PEM is
 * ASCII: latin-1 keeps whatever else is there from being read as something else.
 *
 * @returns null for any other value
 * @throws {Error} the system's, for a file that cannot be read
 */
export function readTlsContent(value: unknown): string | typeof PLAIN_BLOB | typeof EMPTY_FILE | null {
  if (typeof value === "string") return value;
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
    return Buffer.from(value).toString("latin1");
  }
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1");
  }
  if (!(value instanceof Blob)) return null;
  const range = fileRangeOf(value);
  if (range === null) return PLAIN_BLOB;
  return readWhole(range) || EMPTY_FILE;
}

/** Bun reads the whole file, of a slice as well. */
function readWhole({ path, fd }: FileRange): string {
  try {
    return (path === null ? readDescriptor(fd) : readFileSync(path)).toString("latin1");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EISDIR") {
      throw asSystemError(cause, "read", undefined);
    }
    throw asSystemError(cause, "open", path ?? undefined);
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
