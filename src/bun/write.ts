import * as fs from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { rangeError, received, typeError } from "./argument-error.js";
import { openForReading, readSome } from "./file-reading.js";
import { bytesOf, type FileName, FileStore, fileTarget, isFileName, storeOf } from "./file-store.js";
import { asSystemError, codeOf, folderError } from "./system-error.js";

const write = promisify(fs.write);
const close = promisify(fs.close);
const fchmod = promisify(fs.fchmod);

/** What `Bun.write` takes: content, or something that has content, a `BunFile` among the blobs. Other objects are written as strings. */
export type WriteData =
  | string
  | ArrayBufferLike
  | ArrayBufferView
  | Blob
  | Response
  | Request
  | ReadableStream
  | readonly (string | ArrayBuffer | ArrayBufferView<ArrayBuffer> | Blob)[];

/** Options of `Bun.write`. */
export interface WriteOptions {
  /** Make the directories of the path when they are missing. Default: true. */
  createPath?: boolean;
  /**
   * Permission bits (0 to 0o777) for what is copied from a file or a stream. Bun 1.4.4 does not apply it to
   * strings, bytes and blobs, whatever its documents say. Default: 0o664 without the umask.
   */
  mode?: number;
}

/** Content below this many bytes is in the file when `write` returns, before the promise is awaited. */
const AT_ONCE = 256 * 1024;
const PIECE = 512 * 1024;
const RETRY = 1;
const MODE = 0o664;
const MODE_MAX = 0o777;
const USED = "Body already used";
const OVER = fs.constants.O_WRONLY | fs.constants.O_CREAT;
const ANEW = OVER | fs.constants.O_TRUNC;

/** A `Response` or `Request`, ours or native. */
interface Body {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly bodyUsed: boolean;
}

/**
 * Writes content to a file, which is emptied first (a file descriptor is written from where it stands).
 *
 * Copying from a `BunFile` copies the whole file, even from a slice of it, as Bun 1.4.4 does.
 *
 * @param destination path, `file:` URL, bytes of a path, file descriptor or `BunFile`
 * @returns bytes written
 * @throws `ERR_INVALID_ARG_TYPE` and its kin at once; rejects with what the file system says, with
 * `ERR_BODY_ALREADY_USED`, or with the error of the stream
 * @see https://bun.sh/docs/api/file-io#writing-files-bun-write
 */
export function writeFile(
  destination: FileName | Blob,
  data: WriteData,
  options?: WriteOptions,
): Promise<number> {
  return writeTo(storeFor(destination), data, options, "Bun.write");
}

/** The rest of `Bun.write`, and `file.write()`; `caller` names the one the user called in messages. */
export function writeTo(
  store: FileStore,
  data: unknown,
  options: WriteOptions | undefined,
  caller: "Bun.write" | "blob.write",
): Promise<number> {
  const target = new Target(store, options);
  if (data === undefined || data === null) {
    const message = `${caller}(pathOrFdOrBlob, blob) expects a Blob-y thing to write`;
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  if (typeof data === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  const bytes = typeof data === "string" ? Buffer.from(data) : bytesOf(data);
  if (bytes !== null) return target.writeBytes(bytes);
  const source = storeOf(data);
  if (source !== null) return target.copyFrom(source);
  if (data instanceof Blob) return target.writeBlob(data);
  if (data instanceof ReadableStream) return target.writeStream(data);
  if (isBody(data)) return target.writeBody(data);
  if (Array.isArray(data)) return target.writeParts(data);
  return target.writeBytes(Buffer.from(String(data)));
}

function storeFor(destination: unknown): FileStore {
  const store = storeOf(destination);
  if (store !== null) return store;
  if (isFileName(destination)) return new FileStore(fileTarget(destination));
  if (destination instanceof Blob) {
    const message = "Cannot write to a Blob backed by bytes, which are always read-only";
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  const message = 'The "destination" argument must be of type path, file descriptor, or Blob. Received ';
  throw typeError("ERR_INVALID_ARG_TYPE", message + received(destination));
}

/** The file that is written to, and how. */
class Target {
  readonly #store: FileStore;
  readonly #createPath: boolean;
  readonly #mode: number | undefined;

  constructor(store: FileStore, options: WriteOptions | undefined) {
    this.#store = store;
    const { createPath, mode } = checked(options);
    this.#createPath = createPath;
    this.#mode = mode;
  }

  /** Small content is written before this returns: code that looks at the file without waiting relies on it. */
  async writeBytes(bytes: Uint8Array): Promise<number> {
    if (bytes.length >= AT_ONCE) {
      const fd = this.#open(MODE);
      return this.#closing(fd, this.#writeAll(fd, bytes));
    }
    // Emptying a file first is what makes ext4 write it to the disk before it is closed.
    const fd = this.#open(MODE, OVER);
    try {
      const written = writeSome(fd, bytes, this.#store.label);
      if (written < bytes.length) await this.#writeAll(fd, bytes.subarray(written));
      if (this.#store.path !== null) cut(fd, bytes.length);
    } finally {
      if (this.#store.path !== null) fs.closeSync(fd);
    }
    return bytes.length;
  }

  async writeBlob(blob: Blob): Promise<number> {
    return this.writeBytes(new Uint8Array(await blob.arrayBuffer()));
  }

  /** Blob parts: strings, bytes and blobs; null counts as nothing. */
  async writeParts(parts: readonly unknown[]): Promise<number> {
    const pieces: Uint8Array[] = [];
    for (const part of parts) {
      if (part === undefined || part === null) continue;
      const bytes = part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : bytesOf(part);
      pieces.push(bytes ?? Buffer.from(String(part)));
    }
    return this.writeBytes(Buffer.concat(pieces));
  }

  async writeBody(body: Body): Promise<number> {
    if (body.bodyUsed || body.body?.locked === true) throw typeError("ERR_BODY_ALREADY_USED", USED);
    return body.body === null ? this.writeBytes(new Uint8Array(0)) : this.writeStream(body.body);
  }

  async writeStream(stream: ReadableStream): Promise<number> {
    if (stream.locked) throw typeError("ERR_BODY_ALREADY_USED", USED);
    const reader = stream.getReader();
    // A source that fails at once must not leave an empty file behind.
    let piece = await reader.read();
    const fd = this.#open(this.#mode ?? MODE);
    return this.#closing(
      fd,
      (async () => {
        let total = 0;
        try {
          for (; !piece.done; piece = await reader.read()) {
            total += await this.#writeAll(fd, pieceOf(piece.value));
          }
        } catch (error) {
          await reader.cancel(error).catch(() => {});
          throw error;
        }
        return total;
      })(),
    );
  }

  async copyFrom(source: FileStore): Promise<number> {
    const from = await openForReading(source);
    try {
      if (from.stats.isDirectory()) throw folderError(source.label);
      const fd = this.#open(this.#mode ?? MODE);
      return await this.#closing(fd, this.#copy(from.fd, fd, source));
    } finally {
      await from.close();
    }
  }

  async #copy(from: number, to: number, source: FileStore): Promise<number> {
    if (this.#mode !== undefined) await fchmod(to, this.#mode);
    const piece = Buffer.allocUnsafeSlow(PIECE);
    let total = 0;
    for (;;) {
      const count = await readSome(from, piece, 0, null, source.label);
      if (count === 0) return total;
      total += await this.#writeAll(to, piece.subarray(0, count));
    }
  }

  #open(mode: number, flags: number = ANEW): number {
    const { path, fd } = this.#store;
    if (path === null) return fd;
    try {
      return fs.openSync(path, flags, mode);
    } catch (error) {
      if (codeOf(error) !== "ENOENT" || !this.#createPath || path === "") {
        throw asSystemError(error, "open", path);
      }
    }
    try {
      makeFolder(dirname(path));
      return fs.openSync(path, flags, mode);
    } catch (error) {
      throw asSystemError(error, "open", path);
    }
  }

  async #writeAll(fd: number, bytes: Uint8Array): Promise<number> {
    let written = 0;
    while (written < bytes.length) {
      try {
        written += (await write(fd, bytes, written)).bytesWritten;
      } catch (error) {
        if (codeOf(error) !== "EAGAIN") throw asSystemError(error, "write", this.#store.label);
        await delay(RETRY);
      }
    }
    return bytes.length;
  }

  async #closing(fd: number, work: Promise<number>): Promise<number> {
    try {
      return await work;
    } finally {
      if (this.#store.path !== null) await close(fd);
    }
  }
}

function checked(options: unknown): { createPath: boolean; mode: number | undefined } {
  if (options === undefined || options === null) return { createPath: true, mode: undefined };
  if (typeof options !== "object") {
    throw typeError("ERR_INVALID_ARG_TYPE", "Expected options to be a object for 'write'.");
  }
  const createPath: unknown = Reflect.get(options, "createPath");
  if (createPath !== undefined && createPath !== null && typeof createPath !== "boolean") {
    throw typeError("ERR_INVALID_ARG_TYPE", "Expected options.createPath to be a boolean for 'write'.");
  }
  const mode: unknown = Reflect.get(options, "mode");
  if (mode === undefined || mode === null) return { createPath: createPath ?? true, mode: undefined };
  if (typeof mode !== "number") {
    throw typeError("ERR_INVALID_ARG_TYPE", "Expected options.mode to be a number for 'write'.");
  }
  if (mode < 0 || mode > MODE_MAX) throw rangeError("mode", `>= 0 and <= ${MODE_MAX}`, mode);
  return { createPath: createPath ?? true, mode: Number.isNaN(mode) ? 0 : Math.trunc(mode) };
}

/** Writes until everything is out or the descriptor is full. */
function writeSome(fd: number, bytes: Uint8Array, label: string | undefined): number {
  let written = 0;
  try {
    while (written < bytes.length) written += fs.writeSync(fd, bytes, written);
  } catch (error) {
    if (codeOf(error) !== "EAGAIN") throw asSystemError(error, "write", label);
  }
  return written;
}

/** Takes off what is left of the old content. */
function cut(fd: number, length: number): void {
  const stats = fs.fstatSync(fd);
  if (stats.isFile() && stats.size > length) fs.ftruncateSync(fd, length);
}

function isBody(data: unknown): data is Body {
  if (typeof data !== "object" || data === null) return false;
  return "bodyUsed" in data && typeof data.bodyUsed === "boolean" && "body" in data;
}

function pieceOf(piece: unknown): Uint8Array {
  if (typeof piece === "string") return Buffer.from(piece);
  const bytes = bytesOf(piece);
  if (bytes !== null) return bytes;
  const message = "write() expects a string, ArrayBufferView, or ArrayBuffer";
  throw typeError("ERR_INVALID_ARG_TYPE", message);
}

/** Makes a folder and those above it. Node's own way to do that never ends where a file system makes none. */
function makeFolder(path: string): void {
  try {
    fs.mkdirSync(path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT" || fs.existsSync(dirname(path))) throw error;
    makeFolder(dirname(path));
    fs.mkdirSync(path);
  }
}
