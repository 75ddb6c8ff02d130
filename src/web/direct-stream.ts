/**
 * Streams of `type: "direct"`, which Bun adds to the standard: the source writes straight to whoever reads,
 * when somebody does, and `flush()` hands over what was written.
 *
 * @see https://bun.com/docs/runtime/streams#direct-readablestream
 */

import { isUnreadable } from "./body.js";
import { bindSource } from "./stream-context.js";

/** What `new ReadableStream({ type: "direct" })` is given. */
export interface DirectSource {
  pull?(controller: DirectController): unknown;
  cancel?(reason?: unknown): unknown;
}

/** What a source writes to. */
export interface DirectController {
  /** Takes text, a view or a buffer; returns how many bytes that was, once the reader has room for more. */
  write(piece: string | ArrayBuffer | ArrayBufferView): number | Promise<number>;
  /** Hands over what was written. */
  flush(): unknown;
  end(): unknown;
  close(reason?: unknown): void;
  /** Only where no reply is written. */
  error?(reason: unknown): void;
}

const encoder = new TextEncoder();

function bytesOf(piece: unknown): Uint8Array {
  if (typeof piece === "string") return encoder.encode(piece);
  if (piece instanceof ArrayBuffer) return new Uint8Array(piece.slice(0));
  if (ArrayBuffer.isView(piece)) {
    return Uint8Array.from(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  throw new TypeError("Expected text, ArrayBuffer or ArrayBufferView");
}

/** A standard source that does what a direct one asks for. */
function standardSource(direct: DirectSource): UnderlyingDefaultSource<Uint8Array> {
  let started = false;
  let ended = false;
  return {
    async pull(controller) {
      // Until it writes there is nothing to be had.
      if (started) return;
      started = true;
      let waiting: Uint8Array[] = [];
      const flush = (): void => {
        const bytes = Buffer.concat(waiting);
        waiting = [];
        if (bytes.length > 0 && !ended) controller.enqueue(bytes);
      };
      const end = (): void => {
        if (ended) return;
        flush();
        ended = true;
        controller.close();
      };
      const error = (reason: unknown): void => {
        if (ended) return;
        ended = true;
        controller.error(reason);
      };
      const pulled: unknown = direct.pull?.({
        write(piece: unknown): number {
          const bytes = bytesOf(piece);
          if (ended) return 0;
          waiting.push(bytes);
          return bytes.length;
        },
        flush,
        end,
        close: (reason?: unknown) => (reason ? error(reason) : end()),
        error,
      });
      if (!(pulled instanceof Promise)) return;
      await pulled;
      end();
    },
    async cancel(reason) {
      ended = true;
      await direct.cancel?.(reason);
    },
  };
}

const sources = new WeakMap<ReadableStream<unknown>, DirectSource>();

/**
 * The source of a direct stream that nobody has read from, for who writes for it; null for every other stream.
 * The stream shows as used from now on.
 */
export function directSourceOf(stream: ReadableStream<unknown>): DirectSource | null {
  const source = sources.get(stream);
  if (source === undefined || isUnreadable(stream)) return null;
  stream.getReader();
  return source;
}

function isDirect(source: unknown): source is DirectSource {
  return typeof source === "object" && source !== null && "type" in source && source.type === "direct";
}

/**
 * `ReadableStream` that takes `type: "direct"` too, and calls its source in the async context that it was made
 * in; everything else is the runtime's own.
 */
export function withDirectStreams(native: typeof ReadableStream): typeof ReadableStream {
  return new Proxy(native, {
    construct(target, given: unknown[], newTarget) {
      const [source, ...others] = given;
      if (typeof source !== "object" || source === null) return Reflect.construct(target, given, newTarget);
      if (!isDirect(source)) {
        return Reflect.construct(target, [bindSource(source, ["pull", "cancel"]), ...others], newTarget);
      }
      const direct = bindSource(source, ["cancel"]);
      const stream: ReadableStream<unknown> = Reflect.construct(
        target,
        [standardSource(direct), { highWaterMark: 0 }],
        newTarget,
      );
      sources.set(stream, direct);
      return stream;
    },
  });
}
