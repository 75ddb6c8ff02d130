import { fstatSync, type Stats, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rangeError, typeError } from "./argument-error.js";
import { systemError } from "./system-error.js";

/** Everything that names a file in Bun: a path, a `file:` URL, the bytes of a path, a file descriptor. */
export type FileName = string | URL | ArrayBufferLike | ArrayBufferView | number;

/** Bun's "not known yet" for sizes and times: the largest value of a 52-bit integer. */
export const UNRESOLVED = 2 ** 52 - 1;

const PATH_MAX = 4096;
const FD_MAX = 2 ** 31 - 1;

/**
 * The file behind a `BunFile` and all slices of it. What the file system said last is kept, as Bun keeps it:
 * `exists()`, `size` and `lastModified` of one `BunFile` do not ask again once the file was found.
 */
export class FileStore {
  /** Path as given; null for a file descriptor. */
  readonly path: string | null;
  /** -1 for a path. */
  readonly fd: number;
  #stats: Stats | null = null;
  #modified: number | null = null;

  constructor(target: string | number) {
    this.path = typeof target === "string" ? target : null;
    this.fd = typeof target === "number" ? target : -1;
  }

  /** The path, or undefined: the form in which errors carry it. */
  get label(): string | undefined {
    return this.path ?? undefined;
  }

  /** Remembers the time that a reader has just seen, and no more: whether the file is there is asked anew. */
  remember(stats: Stats): void {
    this.#modified = stats.mtimeMs;
  }

  /** Milliseconds since 1970; null while there is no such file. */
  modified(): number | null {
    if (this.#modified === null) this.stats();
    return this.#modified;
  }

  /** Null while there is no such file. */
  stats(): Stats | null {
    if (this.#stats === null) {
      try {
        this.#stats = this.path === null ? fstatSync(this.fd) : statSync(this.path);
        this.#modified = this.#stats.mtimeMs;
      } catch {
        return null;
      }
    }
    return this.#stats;
  }
}

/** Where a `BunFile` keeps its store. */
export const STORE = Symbol("store");

/** The store behind a `BunFile` or a slice of one; null for everything else. */
export function storeOf(value: unknown): FileStore | null {
  if (typeof value !== "object" || value === null || !(STORE in value)) return null;
  return value[STORE] instanceof FileStore ? value[STORE] : null;
}

/**
 * Turns the name of a file into a path or a descriptor.
 *
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE` (NUL), `ERR_OUT_OF_RANGE` (descriptor),
 * `ERR_INVALID_URL_SCHEME`, `ENAMETOOLONG`.
 */
export function fileTarget(name: unknown): string | number {
  if (typeof name === "number") {
    if (!Number.isInteger(name)) throw rangeError("fd", "an integer", name);
    if (name < 0 || name > FD_MAX) throw rangeError("fd", `>= 0 && <= ${FD_MAX}`, name);
    return name;
  }
  const path = pathOf(name);
  if (path === null) throw typeError("ERR_INVALID_ARG_TYPE", "Expected file path string or file descriptor");
  if (path.includes("\0")) {
    const message = "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received ";
    throw typeError("ERR_INVALID_ARG_VALUE", message + JSON.stringify(path));
  }
  // A character is at most three bytes of UTF-8.
  if (path.length * 3 >= PATH_MAX && Buffer.byteLength(path) >= PATH_MAX)
    throw systemError("ENAMETOOLONG", "open", path);
  return path;
}

/** Whether a value may name a file, before any look at its content. */
export function isFileName(name: unknown): name is FileName {
  return (
    typeof name === "number" || typeof name === "string" || name instanceof URL || bytesOf(name) !== null
  );
}

function pathOf(name: unknown): string | null {
  if (typeof name === "string") return name;
  if (name instanceof URL) {
    if (name.protocol !== "file:") {
      throw typeError("ERR_INVALID_URL_SCHEME", 'URL must be a non-empty "file:" path');
    }
    return fileURLToPath(name);
  }
  const bytes = bytesOf(name);
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

/** A view of the same memory; null when the value is no buffer and no view. */
export function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return new Uint8Array(value);
  return null;
}
