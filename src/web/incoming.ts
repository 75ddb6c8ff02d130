import type { ContentAbort, ContentSink, Exchange } from "../wire/exchange.js";
import { asIncoming, asOwn } from "./body.js";
import { type Bytes, decodeText, joined } from "./bytes.js";

/** How many bytes may wait for a slow reader before the client is held back. */
const HIGH_WATER_MARK = 256 * 1024;

/** What reading rejects with, and `signal` aborts with, when the client leaves too early. */
export function connectionClosed(): DOMException {
  return new DOMException("The connection was closed.", "AbortError");
}

/** What reading rejects with when content ends early. */
function readFailure(cause: ContentAbort): Error {
  return cause === "limit" ? new Error("Request body exceeded maxRequestBodySize") : connectionClosed();
}

/** A wire may hand out a view of shared kind in type only; content never is. */
function owned(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes);
}

class ContentCollector implements ContentSink {
  complete = false;
  readonly #pieces: Bytes[] = [];
  #length = 0;
  readonly #resolve: (bytes: Bytes) => void;
  readonly #reject: (reason: unknown) => void;

  constructor(resolve: (bytes: Bytes) => void, reject: (reason: unknown) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  chunk(bytes: Uint8Array): void {
    this.#pieces.push(owned(bytes));
    this.#length += bytes.length;
  }

  end(): void {
    this.complete = true;
    this.#resolve(joined(this.#pieces, this.#length));
  }

  abort(cause: ContentAbort): void {
    this.#reject(readFailure(cause));
  }
}

/** Decodes text as it arrives: what comes in one piece, as most does, is not copied. */
class TextCollector<T> implements ContentSink {
  readonly borrows = true;
  readonly #expected: number;
  readonly #pieces: Buffer[] = [];
  #text = "";
  readonly #read: (text: string) => T;
  readonly #resolve: (value: T) => void;
  readonly #reject: (reason: unknown) => void;

  constructor(
    expected: number,
    read: (text: string) => T,
    resolve: (value: T) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#expected = expected;
    this.#read = read;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  chunk(bytes: Uint8Array): void {
    if (bytes.length === this.#expected) this.#text = decodeText(bytes);
    else this.#pieces.push(Buffer.from(bytes));
  }

  end(): void {
    try {
      const pieces = this.#pieces;
      this.#resolve(this.#read(pieces.length === 0 ? this.#text : decodeText(Buffer.concat(pieces))));
    } catch (error) {
      this.#reject(error);
    }
  }

  abort(cause: ContentAbort): void {
    this.#reject(readFailure(cause));
  }
}

/** Content that is still with its exchange, for the one that reads it. */
export class Incoming {
  /** Whether {@link bytes} had to wait for some of it. */
  late = false;
  readonly #exchange: Exchange | null;

  /** @param exchange null: its reply is complete, and what nobody asked for in time is gone */
  constructor(exchange: Exchange | null) {
    this.#exchange = exchange;
  }

  /** The whole content as what `read` makes of its text; rejects with what that throws. */
  text<T>(read: (text: string) => T): Promise<T> {
    const exchange = this.#exchange;
    if (exchange === null) return Promise.reject(connectionClosed());
    return new Promise((resolve, reject) =>
      exchange.readContent(new TextCollector(exchange.contentLength, read, resolve, reject)),
    );
  }

  /** The whole content. */
  bytes(): Promise<Bytes> {
    const exchange = this.#exchange;
    if (exchange === null) return Promise.reject(connectionClosed());
    return new Promise((resolve, reject) => {
      const collector = new ContentCollector(resolve, reject);
      exchange.readContent(collector);
      this.late = !collector.complete;
    });
  }

  /** The content as it arrives. */
  stream(): ReadableStream<Bytes> {
    return this.#exchange === null ? lostStream() : streamIncoming(this.#exchange);
  }
}

/**
 * The content of a request as it arrives; a slow reader holds the client back. Untouched when all of it is there,
 * the stream is as good as its bytes.
 */
export function streamIncoming(exchange: Exchange): ReadableStream<Bytes> {
  let paused = false;
  let cancelled = false;
  let pieces: Bytes[] | null = [];
  let length = 0;
  let complete = false;
  const stream = new ReadableStream<Bytes>(
    {
      start(controller) {
        exchange.readContent({
          chunk(bytes) {
            if (cancelled) return;
            const piece = owned(bytes);
            length += piece.length;
            if (length > HIGH_WATER_MARK) pieces = null;
            pieces?.push(piece);
            controller.enqueue(piece);
            if ((controller.desiredSize ?? 0) <= 0 && !paused) {
              paused = true;
              exchange.pauseContent();
            }
          },
          end() {
            if (cancelled) return;
            controller.close();
            complete = true;
          },
          abort(cause) {
            if (!cancelled) controller.error(readFailure(cause));
          },
        });
      },
      pull() {
        if (!paused) return;
        paused = false;
        exchange.resumeContent();
      },
      cancel() {
        cancelled = true;
        // The rest is dropped: the connection must stay usable.
        if (paused) exchange.resumeContent();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: HIGH_WATER_MARK }),
  );
  return asIncoming(stream, () => (complete && pieces !== null ? joined(pieces, length) : null));
}

/** What shows for content that nobody asked for before its reply was complete. */
export function lostStream(): ReadableStream<Bytes> {
  return asOwn(new ReadableStream({ start: (controller) => controller.error(connectionClosed()) }));
}
