import type { Writable } from "node:stream";
import { typeError } from "../argument-error.js";
import { bytesOf } from "../file-store.js";

/** Bytes that are kept back at most: one page, as in Bun. */
const BUFFER = 4096;
const EXPECTS = "write() expects a string, ArrayBufferView, or ArrayBuffer";

/**
 * Writes to a process, piece by piece: what `subprocess.stdin` is with `stdin: "pipe"`. Small pieces are
 * collected until `flush`, `end`, or the next turn of the event loop.
 *
 * The methods answer with a number at once; with a promise only when the pipe is full.
 *
 * @see https://bun.com/docs/runtime/child-process#input-stream
 */
export class PipeSink {
  readonly #pipe: Writable;
  #pieces: Uint8Array[] = [];
  #collected = 0;
  #ended = false;
  #soon: NodeJS.Immediate | null = null;
  /** Set while a full pipe keeps us waiting. */
  #waiting: Promise<number> | null = null;

  constructor(pipe: Writable) {
    this.#pipe = pipe;
    // A process that ends without reading is no failure of the program that wrote.
    pipe.on("error", () => {});
  }

  /** Does nothing once the sink is open; kept because Bun's has it. */
  start(_options?: { highWaterMark?: number }): void {}

  /**
   * Takes a piece.
   * @returns its length in bytes
   * @throws `ERR_INVALID_ARG_TYPE`, `ERR_STREAM_NULL_VALUES`
   */
  write(piece: string | ArrayBufferView | ArrayBufferLike): number | Promise<number>;
  write(piece: unknown): number | Promise<number> | true {
    // Bun's answer to every write after the end.
    if (this.#isOver()) return true;
    const bytes = typeof piece === "string" ? Buffer.from(piece) : copyOf(piece);
    if (bytes.length === 0) return 0;
    this.#pieces.push(bytes);
    this.#collected += bytes.length;
    if (this.#collected < BUFFER) {
      this.#soon ??= setImmediate(() => void this.#writeOut());
      return bytes.length;
    }
    const written = this.#writeOut();
    return written instanceof Promise ? written.then(() => bytes.length) : bytes.length;
  }

  /** Writes what was collected. @returns how many bytes that were */
  flush(): number | Promise<number> {
    return this.#isOver() ? 0 : this.#writeOut();
  }

  /** Flushes, and tells the process that nothing more comes. @returns the bytes flushed */
  end(_error?: Error): number | Promise<number> {
    if (this.#isOver()) return 0;
    const written = this.#writeOut();
    this.#ended = true;
    this.#pipe.end();
    return written;
  }

  /** The same as {@link end}. */
  close(): void {
    this.end();
  }

  /** Pieces on their way always keep the program alive. */
  ref(): void {}

  /** See {@link ref}. */
  unref(): void {}

  get [Symbol.toStringTag](): string {
    return "FileSink";
  }

  #isOver(): boolean {
    return this.#ended || this.#pipe.destroyed;
  }

  #writeOut(): number | Promise<number> {
    if (this.#soon !== null) clearImmediate(this.#soon);
    this.#soon = null;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#collected = 0;
    if (bytes.length === 0 || this.#pipe.destroyed) return this.#waiting ?? 0;
    const done = new Promise<number>((resolve) => {
      this.#pipe.write(bytes, () => resolve(bytes.length));
    });
    if (this.#pipe.writableLength === 0) return bytes.length;
    this.#waiting = done;
    void done.then(() => {
      if (this.#waiting === done) this.#waiting = null;
    });
    return done;
  }
}

/** A copy: the caller may change the memory before it is written. */
function copyOf(piece: unknown): Uint8Array {
  const bytes = bytesOf(piece);
  if (bytes !== null) return new Uint8Array(bytes);
  const none = piece === undefined || piece === null;
  throw typeError(none ? "ERR_STREAM_NULL_VALUES" : "ERR_INVALID_ARG_TYPE", EXPECTS);
}
