import * as fs from "node:fs";
import { promisify } from "node:util";
import { within } from "../web/blob.js";
import { rememberSource } from "../web/body.js";
import { mediaTypeOf, mediaTypeOfPath } from "../web/file-type.js";
import { showAs } from "../web/inspect.js";
import { parseJson } from "../web/json.js";
import { OCTET_STREAM } from "../web/media-type.js";
import { typeError } from "./argument-error.js";
import { type FilePart, readPart, readPartSync, streamPart } from "./file-reading.js";
import { FileSink, type FileSinkOptions } from "./file-sink.js";
import { type FileName, FileStore, fileTarget, STORE, UNRESOLVED } from "./file-store.js";
import { LightBlob, lendNativePart } from "./light-blob.js";
import { asSystemError } from "./system-error.js";
import { type WriteData, type WriteOptions, writeTo } from "./write.js";

const stat = promisify(fs.stat);
const fstat = promisify(fs.fstat);
const unlink = promisify(fs.unlink);

/** Captured before anybody replaces the global: parsing forms needs nothing but the standard. */
const { Response } = globalThis;

/** No file system of today holds files this long: seeking to such an offset fails, and Bun reads from 0. */
const SEEK_MAX = 2 ** 44;

/** Options of `Bun.file`. */
export interface BunFileOptions {
  /** Content type. Default: by the extension of the path. Types outside printable ASCII are ignored. */
  type?: string;
}

/** What a `BunFile` stands for on disk. */
export interface FileRange {
  /** Path as given to `Bun.file`; null for a file descriptor. */
  readonly path: string | null;
  /** -1 for a path. */
  readonly fd: number;
  /** First byte. */
  readonly start: number;
  /** Byte after the last one; `Infinity` when the file's end decides. May lie behind the end of the file. */
  readonly end: number;
}

/** Makes the instances which `Bun.file` and `slice` return, without a public constructor. */
const KEY = Symbol("BunFile");

/**
 * A file that is read when its content is asked for, and only then.
 * It is a `Blob`, so it goes wherever a `Blob` goes.
 *
 * @see https://bun.sh/docs/api/file-io#reading-files-bun-file
 */
export class BunFile extends LightBlob {
  readonly #store: FileStore;
  readonly #offset: number;
  /** {@link UNRESOLVED} until somebody asks for it; then it never changes, as in Bun. */
  #size: number;
  readonly #type: string;
  /** Whether slices inherit the type. */
  readonly #typeKnown: boolean;
  #name: string | undefined;

  constructor(
    key: typeof KEY,
    store: FileStore,
    offset: number,
    size: number,
    type: string,
    typeKnown: boolean,
  ) {
    if (key !== KEY) throw new TypeError("Illegal constructor");
    super();
    this.#store = store;
    this.#offset = offset;
    this.#size = size;
    this.#type = type;
    this.#typeKnown = typeKnown;
    this.#name = store.label;
  }

  /** The path as given to `Bun.file`; undefined for a file descriptor. */
  get name(): string | undefined {
    return this.#name;
  }

  set name(name: string | undefined) {
    if (typeof name === "string") this.#name = name;
  }

  /** Content type, from the options or the extension. */
  override get type(): string {
    return this.#type;
  }

  /** Bytes; 0 while there is no such file, `Infinity` for a device or pipe. Stays what it was at the first read. */
  override get size(): number {
    if (this.#size !== UNRESOLVED) return this.#size;
    const stats = this.#store.stats();
    if (stats !== null && !stats.isFile() && stats.size === 0) return Number.POSITIVE_INFINITY;
    this.#size = stats === null ? 0 : Math.max(stats.size - this.#offset, 0);
    return this.#size;
  }

  /** Time of the last change in milliseconds since 1970; 2^52 - 1 while there is no such file. */
  get lastModified(): number {
    const modified = this.#store.modified();
    return modified === null ? UNRESOLVED : Math.trunc(modified);
  }

  /** Whether there is a regular file (or a pipe) of this name. */
  async exists(): Promise<boolean> {
    if (this.#size === UNRESOLVED) this.size;
    const stats = this.#store.stats();
    return stats !== null && (stats.isFile() || stats.isFIFO());
  }

  /** @throws (rejects) `ENOENT` and its kin */
  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return readPart(partOf(this));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await readPart(partOf(this))).buffer;
  }

  /** The content as UTF-8, without a byte order mark. */
  override async text(): Promise<string> {
    return decoder.decode(await readPart(partOf(this)));
  }

  /** @throws (rejects) `SyntaxError` */
  // biome-ignore lint/suspicious/noExplicitAny: the type that Body.json and JSON.parse have
  async json(): Promise<any> {
    return parseJson(await this.text());
  }

  /** Parses multipart or URL-encoded content, by the file's {@link type}. */
  async formData(): Promise<FormData> {
    const bytes = await readPart(partOf(this));
    if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(this.#type)) {
      throw new Error("Invalid encoding");
    }
    return new Response(bytes, { headers: { "content-type": this.#type } }).formData();
  }

  /** The content in pieces; the file is opened when the first one is read. */
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const stream = streamPart(partOf(this));
    rememberSource(stream, this);
    return stream;
  }

  /**
   * A part of the file, just as lazy.
   *
   * Negative positions count from the end, which Bun knows only once `size` was read: before that they lie
   * somewhere behind every end.
   */
  override slice(begin?: number, end?: number, contentType?: string): BunFile;
  override slice(begin?: number, contentType?: string): BunFile;
  override slice(contentType?: string): BunFile;
  override slice(first?: number | string, second?: number | string, third?: string): BunFile {
    const begin = typeof first === "number" ? first : 0;
    const end = typeof first !== "string" && typeof second === "number" ? second : this.#size;
    const contentType = [first, second, third].find((argument) => typeof argument === "string");
    const start = within(begin, this.#size);
    const length = Math.max(within(end, this.#size) - start, 0);
    const type = typeof contentType === "string" ? mediaTypeOf(contentType) : null;
    const part = new BunFile(
      KEY,
      this.#store,
      this.#offset + start,
      length,
      type?.essence ?? (this.#typeKnown ? this.#type : ""),
      type?.known ?? this.#typeKnown,
    );
    part.#name = this.#name;
    return part;
  }

  /** What the file system knows of the file, asked anew each time. */
  async stat(): Promise<fs.Stats> {
    const { path, fd, label } = this.#store;
    try {
      return await (path === null ? fstat(fd) : stat(path));
    } catch (error) {
      throw asSystemError(error, path === null ? "fstat" : "stat", label);
    }
  }

  /** Removes the file. @throws `ERR_INVALID_ARG_TYPE` for a descriptor; rejects with `ENOENT` and its kin */
  async unlink(): Promise<void> {
    const { path } = this.#store;
    if (path === null) {
      throw typeError("ERR_INVALID_ARG_TYPE", "Is not possible to unlink a file descriptor");
    }
    try {
      await unlink(path);
    } catch (error) {
      throw asSystemError(error, "unlink", path);
    }
  }

  /** The same as {@link unlink}. */
  delete(): Promise<void> {
    return this.unlink();
  }

  /** The same as `Bun.write(this, data, options)`. */
  write(data: WriteData, options?: WriteOptions): Promise<number> {
    return writeTo(this.#store, data, options, "blob.write");
  }

  /**
   * Opens the file (without emptying it) for writing piece by piece.
   * @throws `ENOENT`, `EISDIR` …
   */
  writer(options?: FileSinkOptions): FileSink {
    return new FileSink(this.#store, options);
  }

  static {
    showAs(BunFile.prototype, (file) => {
      const { path, fd } = file.#store;
      // Bun ends the offset with one line break too many.
      const lines = [
        file.#type === "" ? [] : [`type: ${JSON.stringify(file.#type)}`],
        file.#offset === 0 ? [] : [`offset: ${file.#offset}\n`],
      ].flat();
      const what = path === null ? `fd: ${fd}` : `"${path}"`;
      return `FileRef (${what})${lines.length === 0 ? "" : ` {\n  ${lines.join(",\n  ")}\n}`}`;
    });
  }

  /** @internal */
  get [STORE](): FileStore {
    return this.#store;
  }

  /** @internal */
  static range(blob: BunFile): { store: FileStore; start: number; size: number } {
    return { store: blob.#store, start: blob.#offset, size: blob.#size };
  }

  /** @internal */
  static is(value: unknown): value is BunFile {
    return typeof value === "object" && value !== null && #store in value;
  }
}

// In Bun a file is a plain Blob: `file.constructor === Blob`, whatever class that is by then.
Reflect.deleteProperty(BunFile.prototype, "constructor");

const decoder = new TextDecoder();

/** What native code sees of files in this turn: it asks several times. */
let lent = new WeakMap<BunFile, Blob>();

lendNativePart(BunFile.prototype, (file) => {
  const known = lent.get(file);
  if (known !== undefined) return known;
  const bytes = file.size === 0 ? null : readPartSync(partOf(file), Number.POSITIVE_INFINITY);
  const blob = new Blob(bytes === null ? [] : [bytes], { type: file.type });
  lent.set(file, blob);
  queueMicrotask(() => {
    lent = new WeakMap();
  });
  return blob;
});

/**
 * A lazy reference to a file; nothing is opened, and the file need not exist.
 *
 * @param name path, `file:` URL, bytes of a path, or an open file descriptor (which stays yours to close)
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`, `ERR_OUT_OF_RANGE`, `ERR_INVALID_URL_SCHEME`
 * @see https://bun.sh/docs/api/file-io
 */
export function file(name: FileName, options?: BunFileOptions): BunFile {
  const store = new FileStore(fileTarget(name));
  const wanted = options === undefined || options === null ? undefined : options.type;
  const type = typeof wanted === "string" ? mediaTypeOf(wanted) : null;
  const byName = store.path === null ? OCTET_STREAM : mediaTypeOfPath(store.path);
  return new BunFile(KEY, store, 0, UNRESOLVED, type?.essence ?? byName, type?.known ?? true);
}

/** Where the bytes of a blob lie on disk; null for every blob that is no `BunFile`. */
export function fileRangeOf(blob: Blob): FileRange | null {
  if (!BunFile.is(blob)) return null;
  // Where it lies beyond the end nothing is sent, though reading it begins at the start.
  const { store, start, size } = BunFile.range(blob);
  return { path: store.path, fd: store.fd, start, end: size === UNRESOLVED ? Infinity : start + size };
}

function partOf(blob: BunFile): FilePart {
  const { store, start, size } = BunFile.range(blob);
  return {
    store,
    start: start > SEEK_MAX ? 0 : start,
    length: size === UNRESOLVED ? Number.POSITIVE_INFINITY : size,
  };
}
