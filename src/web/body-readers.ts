import { noteBytes } from "./blob-parts.js";
import { bufferedBytes, iteratedBytes, streamedBytes, textStreamOf } from "./body.js";
import { type Bytes, decodeText, encodeText, joined } from "./bytes.js";
import type { Content } from "./content.js";
import { bodyAlreadyUsed, bodyDisturbed, streamLocked, wrongThis } from "./errors.js";
import { formDataDecoder, formMistake } from "./form-data.js";
import { Incoming } from "./incoming.js";
import { parseJson } from "./json.js";
import { blobType, messageType, withExactType } from "./media-type.js";
import { NativeBlob } from "./native.js";

/** What a message gives to the one that reads it. */
export type Readable = Content | Incoming;

/** How the readers get at the content of a message. */
export interface MessageAccess<M> {
  /** As errors call the class. */
  readonly name: string;
  has(value: unknown): value is M;
  /** Whether the content was read before, or somebody holds its stream. */
  isUnreadable(message: M): boolean;
  /** Whether it was read before. */
  isUsed(message: M): boolean;
  /** The content, marked as used. */
  take(message: M): Readable;
  /** The Content-Type by which content is decoded, its own where the message tells none; "" when there is none. */
  typeOf(message: M): string;
}

/** The methods that read the content of a message. */
export interface BodyReaders {
  text(): Promise<string>;
  // biome-ignore lint/suspicious/noExplicitAny: the standard's own type
  json(): Promise<any>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  formData(): Promise<FormData>;
  /** The content as a stream of text. */
  textStream(): ReadableStream<string>;
}

/** Gives both kinds of messages {@link BodyReaders}. */
export function addReaders<M>(prototype: object, access: MessageAccess<M>): void {
  const { name, has, isUnreadable, take, typeOf } = access;
  const refuse = (message: M): Promise<never> =>
    Promise.reject(access.isUsed(message) ? bodyAlreadyUsed() : streamLocked());
  const readers = {
    text(this: unknown): Promise<string> {
      if (!has(this)) throw wrongThis(name, this);
      return isUnreadable(this) ? refuse(this) : readText(take(this));
    },
    json(this: unknown): Promise<unknown> {
      if (!has(this)) throw wrongThis(name, this);
      return isUnreadable(this) ? refuse(this) : readJson(take(this));
    },
    bytes(this: unknown): Promise<Bytes> {
      if (!has(this)) throw wrongThis(name, this);
      return isUnreadable(this) ? refuse(this) : readContent(take(this));
    },
    arrayBuffer(this: unknown): Promise<ArrayBuffer> {
      if (!has(this)) throw wrongThis(name, this);
      return isUnreadable(this) ? refuse(this) : readArrayBuffer(take(this));
    },
    blob(this: unknown): Promise<Blob> {
      if (!has(this)) throw wrongThis(name, this);
      return isUnreadable(this) ? refuse(this) : readBlob(take(this), typeOf(this));
    },
    formData(this: unknown): Promise<FormData> {
      if (!has(this)) throw wrongThis(name, this);
      if (isUnreadable(this)) return refuse(this);
      try {
        // First of all: content of another type is not touched.
        const decode = formDataDecoder(typeOf(this));
        return readFormData(take(this), decode);
      } catch (error) {
        return Promise.reject(error);
      }
    },
    textStream(this: unknown): ReadableStream<string> {
      if (!has(this)) throw wrongThis(name, this);
      if (isUnreadable(this)) throw bodyDisturbed();
      const content = take(this);
      return textStreamOf(content instanceof Incoming ? content.stream() : content);
    },
  };
  for (const [member, value] of Object.entries(readers)) {
    Object.defineProperty(prototype, member, { value, writable: true, configurable: true });
  }
}

/** Content as UTF-8. */
export function readText(content: Readable): Promise<string> {
  if (typeof content === "string") return Promise.resolve(content);
  return content instanceof Incoming ? content.text(String) : readContent(content, true).then(decodeText);
}

function readJson(content: Readable): Promise<unknown> {
  // What arrives from the network is the common case, and each promise more would cost it.
  return content instanceof Incoming ? content.text(parseArrived) : readText(content).then(parseJson);
}

/** Content that was announced, in chunks, and is empty is null in Bun. */
function parseArrived(text: string): unknown {
  return text === "" ? null : parseJson(text);
}

async function readArrayBuffer(content: Readable): Promise<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = await readContent(content);
  if (byteLength === buffer.byteLength) return buffer;
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

async function readBlob(content: Readable, type: string): Promise<Blob> {
  if (content instanceof NativeBlob) {
    const named = content.type === "" ? messageType(type) : blobType(content.type);
    const own = content.size === 0 && content.type === "" && type === "" ? "" : named;
    return own === content.type ? content : content.slice(0, content.size, own);
  }
  const bytes = await readContent(content);
  // Bun knows what was there at once, forgets it for a stream, and takes content on its way for text.
  if (isAtHand(content)) {
    return typedBlob(bytes, bytes.length === 0 && type === "" ? "" : messageType(type));
  }
  return typedBlob(bytes, content instanceof Incoming && bytes.length > 0 ? messageType("") : "");
}

function typedBlob(bytes: Bytes, type: string): Blob {
  const blob = withExactType(new NativeBlob([bytes], { type }), type);
  return type === "" && bytes.length > 0 ? noteBytes(blob) : blob;
}

async function readFormData(content: Readable, decode: (bytes: Bytes) => FormData): Promise<FormData> {
  const bytes = await readContent(content);
  try {
    return decode(bytes);
  } catch (error) {
    // Forms that had to be waited for fail with a plain `Error` in Bun, when it is their content that is wrong.
    const mistake = isAtHand(content) ? null : formMistake(error);
    if (mistake === null) throw error;
    throw new Error(
      content instanceof Incoming ? `FormData ${mistake}` : `${mistake} while parsing FormData`,
    );
  }
}

/** Asked once it was read. */
function isAtHand(content: Readable): boolean {
  return (
    content === null ||
    typeof content === "string" ||
    content instanceof Uint8Array ||
    content instanceof NativeBlob ||
    (content instanceof Incoming && !content.late)
  );
}

/**
 * Content as bytes.
 * @param toText whether text will be made of it, which pieces that are neither text nor bytes are told
 */
export async function readContent(content: Readable, toText = false): Promise<Bytes> {
  if (content === null) return new Uint8Array(0);
  if (typeof content === "string") return encodeText(content);
  if (content instanceof Uint8Array) return content;
  if (content instanceof Incoming) return content.bytes();
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
      add(toText ? streamedBytes(step.value) : bufferedBytes(step.value));
  } else {
    for await (const piece of content) add(toText ? streamedBytes(piece) : iteratedBytes(piece));
  }
  return joined(pieces, length);
}
