import { parseJson } from "../web/json.js";
import { received, typeError } from "./argument-error.js";
import { concatArrayBuffers } from "./array-buffers.js";
import { bytesOf } from "./file-store.js";

const { Response } = globalThis;

/**
 * Every chunk of a stream, as it is.
 *
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_STATE` (locked); rejects with the stream's error
 * @see https://bun.sh/docs/api/utils#bun-readablestreamto
 */
export function readableStreamToArray<T>(stream: ReadableStream<T>): Promise<T[]> {
  return collect(checked(stream));
}

/** The bytes of a stream of text, buffers and views. Errors: see {@link readableStreamToArray}. */
export function readableStreamToBytes(stream: ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  return collect(checked(stream)).then((chunks) =>
    concatArrayBuffers(chunks.map(bytesOfChunk), undefined, true),
  );
}

/** See {@link readableStreamToBytes}. */
export function readableStreamToArrayBuffer(stream: ReadableStream): Promise<ArrayBuffer> {
  return readableStreamToBytes(stream).then((bytes) => bytes.buffer);
}

/** See {@link readableStreamToBytes}; decoded as UTF-8. */
export function readableStreamToText(stream: ReadableStream): Promise<string> {
  return readableStreamToBytes(stream).then((bytes) => new TextDecoder().decode(bytes));
}

/** See {@link readableStreamToText}; rejects with `SyntaxError`. */
export function readableStreamToJSON(stream: ReadableStream): Promise<unknown> {
  return readableStreamToText(stream).then((text) => {
    // Unlike messages, which call it the end of the input.
    if (text === "") throw new SyntaxError("JSON Parse error: Unexpected EOF");
    return parseJson(text);
  });
}

/** See {@link readableStreamToBytes}. The blob has no type. */
export function readableStreamToBlob(stream: ReadableStream): Promise<Blob> {
  return readableStreamToBytes(stream).then((bytes) => new Blob([bytes]));
}

/**
 * Parses a form.
 * @param boundary of multipart content, without the leading dashes. Default: the content is URL-encoded
 */
export function readableStreamToFormData(
  stream: ReadableStream,
  boundary?: string | ArrayBufferView,
): Promise<FormData> {
  const text = typeof boundary === "string" ? boundary : Buffer.from(bytesOf(boundary) ?? []).toString();
  const type = text === "" ? "application/x-www-form-urlencoded" : `multipart/form-data; boundary="${text}"`;
  return readableStreamToBytes(stream).then((bytes) =>
    new Response(bytes, { headers: { "content-type": type } }).formData(),
  );
}

function checked<T>(stream: ReadableStream<T>): ReadableStream<T> {
  if (!(stream instanceof ReadableStream)) {
    const message = `The "stream" argument must be of type ReadableStream. Received ${received(stream)}`;
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  if (stream.locked) throw typeError("ERR_INVALID_STATE", "Invalid state: ReadableStream is locked");
  return stream;
}

async function collect<T>(stream: ReadableStream<T>): Promise<T[]> {
  const chunks: T[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

function bytesOfChunk(chunk: unknown): Uint8Array {
  const bytes = typeof chunk === "string" ? Buffer.from(chunk) : bytesOf(chunk);
  if (bytes === null) throw new TypeError("Expected text, ArrayBuffer or ArrayBufferView");
  return bytes;
}
