import { isErrored, isReadable, Readable as NodeReadable } from "node:stream";
import { type Bytes, encodeText, pieceBytes } from "./bytes.js";
import type { Content } from "./content.js";
import { typeError } from "./errors.js";
import { NativeBlob } from "./native.js";

/** Whether somebody holds the stream or read from it. */
export function isUnreadable(stream: ReadableStream<unknown>): boolean {
  return stream.locked || isDisturbedStream(stream) || held.has(stream);
}

/** Streams that show content of ours; in Bun native code stands behind them. */
const own = new WeakSet<ReadableStream>();
/** Those of them that somebody held: in Bun that alone uses them up, for native code hands them over then. */
const held = new WeakSet<ReadableStream<unknown>>();

const ownStream = Object.create(ReadableStream.prototype, {
  getReader: {
    value: function getReader(this: ReadableStream, ...given: unknown[]): unknown {
      const reader: unknown = Reflect.apply(ReadableStream.prototype.getReader, this, given);
      held.add(this);
      return reader;
    },
    writable: true,
    configurable: true,
  },
});

/** Says that a stream shows content that came from no stream of the user's. */
export function asOwn<S extends ReadableStream>(stream: S): S {
  own.add(stream);
  return Object.setPrototypeOf(stream, ownStream);
}

/** Streams of what comes from a client, and what tells their bytes once all of them are there. */
const incoming = new WeakMap<ReadableStream, () => Bytes | null>();

/** Says that a stream shows content on its way from a client; `whole`: its bytes, null as long as some are missing. */
export function asIncoming<S extends ReadableStream>(stream: S, whole: () => Bytes | null): S {
  incoming.set(stream, whole);
  return asOwn(stream);
}

/** Whether a stream is the content of a request: what comes through it is on its way from a client. */
export function isIncomingStream(stream: ReadableStream): boolean {
  return incoming.has(stream);
}

/** What `bodyUsed` says of a stream: to be held is to be used only for those of ours. */
export function isUsedStream(stream: ReadableStream): boolean {
  return isDisturbedStream(stream) || (own.has(stream) && (stream.locked || held.has(stream)));
}

// @types/node knows only Node's own streams in these three; web streams are supported since 16.8.
function isDisturbedStream(stream: ReadableStream<unknown>): boolean {
  return Reflect.apply(NodeReadable.isDisturbed, undefined, [stream]);
}

/** Whether there may be more to read. */
export function isReadableStream(stream: ReadableStream<unknown>): boolean {
  return Reflect.apply(isReadable, undefined, [stream]);
}

export function isErroredStream(stream: ReadableStream<unknown>): boolean {
  return Reflect.apply(isErrored, undefined, [stream]);
}

export function streamedBytes(piece: unknown): Bytes {
  const bytes = pieceBytes(piece);
  if (bytes === null) throw new TypeError("Expected text, ArrayBuffer or ArrayBufferView");
  return bytes;
}

/** The same, for who wants no text. */
export function bufferedBytes(piece: unknown): Bytes {
  const bytes = pieceBytes(piece);
  if (bytes === null) throw new TypeError("Expected an ArrayBuffer, ArrayBufferView, or string chunk");
  return bytes;
}

export function iteratedBytes(piece: unknown): Bytes {
  const bytes = pieceBytes(piece);
  if (bytes !== null) return bytes;
  throw typeError("ERR_INVALID_ARG_TYPE", "write() expects a string, ArrayBufferView, or ArrayBuffer");
}

/** What streams of ours were made from: untouched, they are as good as that. */
const sources = new WeakMap<ReadableStream, Exclude<Content, null>>();

/** What the `body` getter shows for content that is not null. */
export function streamOf(content: Exclude<Content, null>): ReadableStream<Bytes> {
  if (content instanceof ReadableStream) return content;
  const stream =
    content instanceof NativeBlob
      ? content.stream()
      : typeof content === "string"
        ? streamOfBytes(encodeText(content))
        : content instanceof Uint8Array
          ? streamOfBytes(content)
          : streamOfIterable(content);
  rememberSource(stream, content);
  return isMade(content) ? asOwn(stream) : stream;
}

/** Whether content is at hand, and not what a program makes of it while it is read. */
function isMade(content: Exclude<Content, null>): boolean {
  return typeof content === "string" || content instanceof Uint8Array || content instanceof NativeBlob;
}

/** Says that an untouched `stream` stands for `content`. */
export function rememberSource(stream: ReadableStream, content: Exclude<Content, null>): void {
  sources.set(stream, content);
}

/**
 * Content without the detour over a stream of ours that nobody touched: its length is known then. What was
 * text is bytes by now.
 */
export function shortcut(content: Content): Content {
  if (!(content instanceof ReadableStream) || isUnreadable(content)) return content;
  const source = sources.get(content) ?? incoming.get(content)?.();
  return typeof source === "string" ? encodeText(source) : (source ?? content);
}

/** Like {@link shortcut}, for good: the stream that is passed by shows as used. */
export function passBy(content: Content): Content {
  const source = shortcut(content);
  if (source !== content && content instanceof ReadableStream) content.getReader();
  return source;
}

function streamOfBytes(bytes: Bytes): ReadableStream<Bytes> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

function streamOfIterable(content: AsyncIterable<unknown>): ReadableStream<Bytes> {
  let iterator: AsyncIterator<unknown> | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        iterator ??= content[Symbol.asyncIterator]();
        const step = await iterator.next();
        if (step.done === true) controller.close();
        else controller.enqueue(iteratedBytes(step.value));
      },
      async cancel(reason) {
        await iterator?.return?.(reason);
      },
    },
    // Nothing is taken ahead: an untouched stream still stands for all of its source.
    { highWaterMark: 0 },
  );
}

/** The `body` of a message whose content was read in another way: locked, and at its end. */
export function usedStream(): ReadableStream<Bytes> {
  const stream = new ReadableStream<Bytes>({ start: (controller) => controller.close() });
  stream.getReader();
  return asOwn(stream);
}

/** The content as text, piece by piece; characters that lie across two pieces are kept together. */
export function textStreamOf(content: Content): ReadableStream<string> {
  if (content === null) return new ReadableStream({ start: (controller) => controller.close() });
  const text = new TextDecoder();
  const decode = new TransformStream<Bytes, string>({
    transform(piece, controller) {
      const decoded = text.decode(streamedBytes(piece), { stream: true });
      if (decoded !== "") controller.enqueue(decoded);
    },
    flush(controller) {
      const rest = text.decode();
      if (rest !== "") controller.enqueue(rest);
    },
  });
  return streamOf(content).pipeThrough(decode);
}

/** Content for two readers; only streams and iterables need work for it. */
export function teeContent(content: Content): [Content, Content] {
  if (
    content === null ||
    typeof content === "string" ||
    content instanceof Uint8Array ||
    content instanceof NativeBlob
  ) {
    return [content, content];
  }
  const stream = streamOf(content);
  const whole = incoming.get(stream)?.() ?? null;
  if (whole !== null) {
    // The stream that was shown counts as used from now on, as after a tee.
    stream.getReader();
    return [whole, whole];
  }
  const source = sources.get(stream);
  if (source !== undefined && isMade(source)) {
    stream.getReader();
    return [streamOf(source), streamOf(source)];
  }
  const branches = stream.tee();
  if (own.has(stream)) branches.forEach(asOwn);
  return branches;
}
