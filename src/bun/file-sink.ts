import * as fs from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { typeError } from "./argument-error.js";
import { bytesOf, type FileStore } from "./file-store.js";
import { asSystemError, codeOf } from "./system-error.js";

/** Options of `file.writer()`. */
export interface FileSinkOptions {
  /** Accepted as Bun accepts it; the size of the buffer is the sink's own affair. */
  highWaterMark?: number;
}

/** Bytes that are kept back at most: one page, as in Bun. */
const BUFFER = 4096;
/** How long to wait for a full pipe, in milliseconds. */
const RETRY = 1;
const MODE = 0o664;

const EXPECTS = "write() expects a string, ArrayBufferView, or ArrayBuffer";
const CLOSED =
  'This FileSink has already been closed. A "direct" ReadableStream terminates its underlying socket once ' +
  "`async pull()` returns.";

/**
 * Writes a file piece by piece. Small pieces are collected and written when a page is full, when `flush` or
 * `end` is called, and in any case before the event loop goes on.
 *
 * The methods answer with a number at once; with a promise only when a pipe or terminal is full.
 *
 * @see https://bun.sh/docs/api/file-io#incremental-writing-with-filesink
 */
export class FileSink {
  readonly #fd: number;
  readonly #own: boolean;
  readonly #label: string | undefined;
  #pieces: Uint8Array[] = [];
  #collected = 0;
  #state: "open" | "ended" | "closed" = "open";
  #soon: NodeJS.Immediate | null = null;
  /** Set while a full pipe keeps us waiting. */
  #waiting: Promise<number> | null = null;

  constructor(store: FileStore, options?: FileSinkOptions) {
    if (options !== undefined && options !== null && typeof options !== "object") {
      throw typeError("ERR_INVALID_ARG_TYPE", "options must be an object or undefined");
    }
    this.#label = store.label;
    this.#own = store.path !== null;
    this.#fd = store.path === null ? store.fd : openForWriting(store.path);
  }

  /** Does nothing once the sink is open; kept because Bun's has it. */
  start(_options?: FileSinkOptions): void {
    this.#refuseClosed();
  }

  /**
   * Takes a piece.
   * @returns its length in bytes
   * @throws `ERR_INVALID_ARG_TYPE`, `ERR_STREAM_NULL_VALUES`, or what the file system says
   */
  write(piece: string | ArrayBufferView | ArrayBufferLike): number | Promise<number>;
  write(piece: unknown): number | Promise<number> | true {
    this.#refuseClosed();
    // Bun's answer to every write after the end.
    if (this.#state === "ended") return true;
    const bytes = typeof piece === "string" ? Buffer.from(piece) : copyOf(piece);
    if (bytes.length === 0) return 0;
    this.#pieces.push(bytes);
    this.#collected += bytes.length;
    if (this.#collected >= BUFFER) {
      const written = this.#writeOut();
      if (written instanceof Promise) return written.then(() => bytes.length);
    } else {
      this.#soon ??= setImmediate(() => void this.#writeOut());
    }
    return bytes.length;
  }

  /** Writes what was collected. @returns how many bytes that were */
  flush(): number | Promise<number>;
  flush(): number | Promise<number> | true {
    this.#refuseClosed();
    if (this.#state === "ended") return true;
    return this.#writeOut();
  }

  /** Flushes and closes the file, unless the descriptor came from the caller. @returns the bytes flushed */
  end(_error?: Error): number | Promise<number> {
    this.#refuseClosed();
    if (this.#state === "ended") return 0;
    this.#state = "ended";
    const written = this.#writeOut();
    if (written instanceof Promise) return written.finally(() => this.#release());
    this.#release();
    return written;
  }

  /** Ends the sink for good: every later `write`, `flush` or `end` throws. */
  close(): void {
    if (this.#state === "open") this.end();
    this.#state = "closed";
  }

  /** Pieces on their way always keep the process alive. */
  ref(): void {}

  /** See {@link ref}. */
  unref(): void {}

  get [Symbol.toStringTag](): string {
    return "FileSink";
  }

  #refuseClosed(): void {
    if (this.#state === "closed") throw new Error(CLOSED);
  }

  #release(): void {
    if (this.#own) fs.closeSync(this.#fd);
  }

  #writeOut(): number | Promise<number> {
    if (this.#soon !== null) clearImmediate(this.#soon);
    this.#soon = null;
    if (this.#waiting !== null) return this.#waiting;
    if (this.#collected === 0) return 0;
    const pieces = this.#pieces;
    const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    this.#pieces = [];
    this.#collected = 0;
    const written = this.#writeNow(bytes);
    if (written === bytes.length) return written;
    this.#waiting = this.#writeLater(bytes, written).finally(() => {
      this.#waiting = null;
    });
    return this.#waiting;
  }

  /** Writes as much as the file takes at once. */
  #writeNow(bytes: Uint8Array): number {
    let written = 0;
    try {
      while (written < bytes.length) written += fs.writeSync(this.#fd, bytes, written);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw asSystemError(error, "write", this.#label);
    }
    return written;
  }

  async #writeLater(bytes: Uint8Array, from: number): Promise<number> {
    let written = from;
    while (written < bytes.length) {
      await delay(RETRY);
      written += this.#writeNow(bytes.subarray(written));
    }
    const more = this.#pieces.length === 0 ? 0 : await this.#writeRest();
    return written + more;
  }

  /** What came while the pipe was full. */
  #writeRest(): Promise<number> {
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#collected = 0;
    return this.#writeLater(bytes, this.#writeNow(bytes));
  }
}

function openForWriting(path: string): number {
  try {
    return fs.openSync(path, fs.constants.O_WRONLY | fs.constants.O_CREAT, MODE);
  } catch (error) {
    throw asSystemError(error, "open", path);
  }
}

/** A copy: the caller may change the memory before it is written. */
function copyOf(piece: unknown): Uint8Array {
  const bytes = bytesOf(piece);
  // Not `slice`: that of a Buffer shares the memory.
  if (bytes !== null) return new Uint8Array(bytes);
  const none = piece === undefined || piece === null;
  throw typeError(none ? "ERR_STREAM_NULL_VALUES" : "ERR_INVALID_ARG_TYPE", EXPECTS);
}
