import { untypedType } from "./blob-parts.js";
import { isUnreadable } from "./body.js";
import { encodeText } from "./bytes.js";
import { encodeFormData } from "./form-data.js";
import { blobType, OCTET_STREAM, TEXT_TYPE } from "./media-type.js";
import { isNativeHeaders, isNativeRequest, isNativeResponse, NativeBlob } from "./native.js";

/**
 * What a body can be once it was taken from the user: text is sent as UTF-8. Streams are bytes as far as the
 * standard goes; those of a user may give text and buffers too, and so may iterables.
 */
export type Content =
  | null
  | string
  | Uint8Array<ArrayBuffer>
  | Blob
  | ReadableStream<Uint8Array<ArrayBuffer>>
  | AsyncIterable<unknown>;

/** Content, and the Content-Type that `headers` shows when the user set none (empty: none). */
export interface Extracted {
  readonly content: Content;
  readonly type: string;
}

const AsyncGeneratorFunction: unknown = async function* () {}.constructor;

/**
 * Reads a body as Bun does: everything is allowed, and what is no known source becomes `String(body)`.
 * @throws {TypeError} when a stream was read before
 */
export function extractContent(body: unknown): Extracted {
  if (body === null || body === undefined) return { content: null, type: "" };
  if (typeof body === "string") return { content: body, type: "" };
  if (typeof body === "symbol") throw noText();
  if (isAsyncGenerator(body)) {
    return { content: generated(body), type: "" };
  }
  if (typeof body !== "object") return { content: String(body), type: "" };
  if (ArrayBuffer.isView(body)) return { content: bytesOfView(body), type: "" };
  if (body instanceof ArrayBuffer) return { content: new Uint8Array(body.slice(0)), type: "" };
  if (body instanceof SharedArrayBuffer) return { content: Uint8Array.from(new Uint8Array(body)), type: "" };
  if (body instanceof NativeBlob) return { content: body, type: body.type === "" ? "" : blobType(body.type) };
  if (body instanceof ReadableStream) {
    if (isUnreadable(body)) throw new TypeError("Body object should not be disturbed or locked");
    return { content: body, type: "" };
  }
  if (body instanceof URLSearchParams) {
    return { content: body.toString(), type: "application/x-www-form-urlencoded;charset=UTF-8" };
  }
  if (body instanceof FormData) return encodeFormData(body);
  if (Array.isArray(body)) return { content: joinedParts(body), type: "" };
  if (isAsyncIterable(body)) return { content: body, type: "" };
  const text = String(body);
  return { content: isNative(body) ? encodeText(text) : text, type: "" };
}

/**
 * The Content-Type that a reply states when neither the user nor `headers` names one; empty: none. `source`
 * is what the content was made from: through a stream its nature as text is lost.
 */
export function impliedType(content: Content, source: Content): string {
  if (source !== content) {
    if (source instanceof Uint8Array && source.length === 0) return "";
    if (source instanceof NativeBlob && source.size === 0 && !isOnDisk(source)) return "";
    return (source instanceof NativeBlob && source.type) || OCTET_STREAM;
  }
  if (typeof content === "string") return content === "" ? "" : TEXT_TYPE;
  if (content === null) return "";
  if (content instanceof Uint8Array) return content.length === 0 ? "" : OCTET_STREAM;
  if (content instanceof NativeBlob && content.type !== "") return blobType(content.type);
  if (!(content instanceof NativeBlob)) return "";
  if (isOnDisk(content)) return OCTET_STREAM;
  return untypedType(content);
}

/** Only a file on disk may not exist; nobody knows what is in it. */
function isOnDisk(blob: Blob): boolean {
  return "exists" in blob;
}

/** The type that content has of itself; "" for none. */
export function ownType(content: Content | undefined): string {
  return content instanceof NativeBlob ? content.type : "";
}

/** The bytes of exactly this view, copied: the user may go on writing into it. */
function bytesOfView(view: ArrayBufferView): Uint8Array<ArrayBuffer> {
  // Also what a detached buffer leaves, which the constructor below refuses.
  if (view.byteLength === 0) return new Uint8Array(0);
  return Uint8Array.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}

/** Objects of Bun's own classes, whose text is sent without saying that it is one. */
function isNative(body: object): boolean {
  return (
    body instanceof Date ||
    body instanceof URL ||
    isNativeHeaders(body) ||
    isNativeRequest(body) ||
    isNativeResponse(body)
  );
}

/** An array is taken as the parts of a Blob; of several, those that are nothing are left out. */
function joinedParts(given: readonly unknown[]): string | Blob {
  const parts = given.length === 1 ? given : given.filter((part) => part !== undefined && part !== null);
  if (parts.every((part) => typeof part !== "object" || part === null)) return parts.map(textOf).join("");
  return new NativeBlob(parts.map((part) => (isBlobPart(part) ? part : textOf(part))));
}

function textOf(part: unknown): string {
  if (typeof part === "symbol") throw noText();
  return String(part);
}

function noText(): TypeError {
  return new TypeError("Cannot convert a symbol to a string");
}

function isBlobPart(part: unknown): part is BlobPart {
  return part instanceof NativeBlob || part instanceof ArrayBuffer || ArrayBuffer.isView(part);
}

function isAsyncGenerator(value: unknown): value is () => AsyncGenerator<unknown> {
  return typeof value === "function" && value.constructor === AsyncGeneratorFunction;
}

/** Runs the function when somebody reads. */
function generated(generator: () => AsyncGenerator<unknown>): AsyncIterable<unknown> {
  return { [Symbol.asyncIterator]: () => generator() };
}

export function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value && typeof value[Symbol.asyncIterator] === "function";
}
