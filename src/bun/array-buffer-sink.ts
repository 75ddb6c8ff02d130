import { bytesOf } from "./file-store.js";

/** How an {@link ArrayBufferSink} works. */
export interface ArrayBufferSinkOptions {
  /** Whether bytes come as a Uint8Array instead of an ArrayBuffer. Default: false */
  asUint8Array?: boolean;
  /** Bytes that are expected; memory is found as it is needed. */
  highWaterMark?: number;
  /** Whether `flush` gives what was written so far, and forgets it. Default: false */
  stream?: boolean;
}

/**
 * Collects text and bytes.
 *
 * @see https://bun.com/docs/runtime/streams#bun-arraybuffersink
 */
export class ArrayBufferSink {
  #options: ArrayBufferSinkOptions = {};
  #chunks: Buffer[] = [];

  /** Begins anew. */
  start(options: ArrayBufferSinkOptions = {}): void {
    this.#options = options ?? {};
    this.#chunks = [];
  }

  /** @returns the number of bytes */
  write(chunk: string | ArrayBufferView | ArrayBufferLike): number {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : bytesOf(chunk);
    if (bytes === null) throw new TypeError("write() expects a string, ArrayBufferView, or ArrayBuffer");
    this.#chunks.push(Buffer.from(bytes));
    return bytes.length;
  }

  /** What was written since the last time, where `stream` was asked for; else 0. */
  flush(): number | Uint8Array | ArrayBuffer {
    return this.#options.stream === true ? this.end() : 0;
  }

  end(): ArrayBuffer | Uint8Array {
    const bytes = new Uint8Array(Buffer.concat(this.#chunks));
    this.#chunks = [];
    return this.#options.asUint8Array === true ? bytes : bytes.buffer;
  }
}
