import { Readable as NodeReadable } from "node:stream";
import type { Content } from "./content.js";
import { bodyAlreadyUsed, typeError } from "./errors.js";
import { decodeFormData } from "./form-data.js";
import { parseJson } from "./json.js";
import { blobType } from "./media-type.js";
import { NativeBlob } from "./native.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** Content ready to be read, or on its way from the network. */
export type Readable = Content | Promise<Bytes>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Whether somebody holds the stream or read from it. */
export function isUnreadable(stream: ReadableStream<unknown>): boolean {
  return stream.locked || isDisturbedStream(stream);
}

function isDisturbedStream(stream: ReadableStream<unknown>): boolean {
  // @types/node knows only Node's own streams here; web streams are supported since 16.8.
  return Reflect.apply(NodeReadable.isDisturbed, undefined, [stream]);
}

export function readText(content: Readable): Promise<string> {
  if (typeof content === "string") return Promise.resolve(content);
  return (content instanceof Promise ? content : collect(content)).then(decodeText);
}

export function readJson(content: Readable): Promise<unknown> {
  // What arrives from the network is the common case, and each promise more would cost it.
  return content instanceof Promise ? content.then(decodeJson) : readText(content).then(parseJson);
}

/** UTF-8; a byte order mark is no part of the text. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function decodeJson(bytes: Bytes): unknown {
  return parseJson(decoder.decode(bytes));
}

export async function readBytes(content: Readable): Promise<Bytes> {
  return collect(content);
}

export async function readArrayBuffer(content: Readable): Promise<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = await collect(content);
  if (byteLength === buffer.byteLength) return buffer;
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/** @param type the Content-Type of the message, "" when it has none */
export async function readBlob(content: Readable, type: string): Promise<Blob> {
  if (content instanceof NativeBlob) {
    if (content.size === 0) return content;
    const own = blobType(content.type || type);
    return own === content.type ? content : content.slice(0, content.size, own);
  }
  const bytes = await collect(content);
  if (bytes.length === 0) return typedBlob(bytes, "");
  // Bun knows what was there at once, forgets it for a stream, and takes content on its way for text.
  if (typeof content === "string" || content instanceof Uint8Array) return typedBlob(bytes, blobType(type));
  return typedBlob(bytes, content instanceof Promise ? blobType("") : "");
}

/** The constructor puts types in lower case, which breaks the boundary of a form. */
function typedBlob(bytes: Bytes, type: string): Blob {
  const blob = new NativeBlob([bytes], { type });
  if (type !== blob.type) Object.defineProperty(blob, "type", { value: type, configurable: true });
  return blob;
}

/** @param type the Content-Type of the message, "" when it has none */
export async function readFormData(content: Readable, type: string): Promise<FormData> {
  const bytes = await collect(content);
  if (content instanceof Promise) return decodeArrived(bytes, type);
  return decodeFormData(bytes, type === "" && content instanceof NativeBlob ? content.type : type);
}

/** Forms that had to be waited for fail with a plain `Error` in Bun, when it is their content that is wrong. */
function decodeArrived(bytes: Bytes, type: string): FormData {
  try {
    return decodeFormData(bytes, type);
  } catch (error) {
    const marker = "FormData parse error ";
    if (!(error instanceof Error && error.message.startsWith(marker))) throw error;
    throw new Error(`FormData ${error.message.slice(marker.length)}`);
  }
}

async function collect(content: Readable): Promise<Bytes> {
  if (content === null) return new Uint8Array(0);
  if (typeof content === "string") return encoder.encode(content);
  if (content instanceof Uint8Array || content instanceof Promise) return content;
  if (content instanceof NativeBlob) return new Uint8Array(await content.arrayBuffer());
  const pieces: Bytes[] = [];
  let length = 0;
  const add = (bytes: Bytes): void => {
    pieces.push(bytes);
    length += bytes.length;
  };
  if (content instanceof ReadableStream) {
    // The lock stays: the content was used.
    const reader: ReadableStreamDefaultReader<unknown> = content.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read())
      add(streamedBytes(step.value));
  } else {
    for await (const piece of content) add(iteratedBytes(piece));
  }
  return joined(pieces, length);
}

/** The pieces in one array; a single piece is not copied. */
export function joined(pieces: readonly Bytes[], length: number): Bytes {
  const first = pieces[0];
  if (first !== undefined && pieces.length === 1) return first;
  const all = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

function pieceBytes(piece: unknown): Bytes | null {
  if (typeof piece === "string") return encoder.encode(piece);
  if (piece instanceof Uint8Array && piece.buffer instanceof ArrayBuffer) {
    return new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
  }
  if (ArrayBuffer.isView(piece)) {
    return Uint8Array.from(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  if (piece instanceof ArrayBuffer) return new Uint8Array(piece);
  return null;
}

function streamedBytes(piece: unknown): Bytes {
  const bytes = pieceBytes(piece);
  if (bytes === null) throw new TypeError("Expected text, ArrayBuffer or ArrayBufferView");
  return bytes;
}

function iteratedBytes(piece: unknown): Bytes {
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
        ? streamOfBytes(encoder.encode(content))
        : content instanceof Uint8Array
          ? streamOfBytes(content)
          : streamOfIterable(content);
  rememberSource(stream, content);
  return stream;
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
  const source = sources.get(content);
  return typeof source === "string" ? encoder.encode(source) : (source ?? content);
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
  return new ReadableStream({
    async pull(controller) {
      iterator ??= content[Symbol.asyncIterator]();
      const step = await iterator.next();
      if (step.done === true) controller.close();
      else controller.enqueue(iteratedBytes(step.value));
    },
    async cancel(reason) {
      await iterator?.return?.(reason);
    },
  });
}

/** The `body` of a message whose content was read in another way: locked, and at its end. */
export function usedStream(): ReadableStream<Bytes> {
  const stream = new ReadableStream<Bytes>({ start: (controller) => controller.close() });
  stream.getReader();
  return stream;
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
  return streamOf(content).tee();
}

/** Rejects like a second read does. */
export function rejectUsed(): Promise<never> {
  return Promise.reject(bodyAlreadyUsed());
}
