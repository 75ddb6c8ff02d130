import { noteBytes } from "./blob-parts.js";
import { isUnreadable, passBy } from "./body.js";
import { readContent, readText } from "./body-readers.js";
import { streamLocked, typeError } from "./errors.js";
import { parseJson } from "./json.js";
import { NativeBlob } from "./native.js";

const readers = {
  /** All of it as UTF-8; a byte order mark is no part of the text. */
  async text(this: unknown): Promise<string> {
    return readText(passBy(unused(this)));
  },

  /** Rejects with `SyntaxError` for what is no JSON. */
  async json(this: unknown): Promise<unknown> {
    const text = await readText(passBy(unused(this)));
    // Unlike messages, which call it the end of the input.
    if (text === "") throw new SyntaxError("JSON Parse error: Unexpected EOF");
    return parseJson(text);
  },

  async bytes(this: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return readContent(passBy(unused(this)));
  },

  /** Of the type that the stream's source has, if it is a Blob. */
  async blob(this: unknown): Promise<Blob> {
    const content = passBy(unused(this));
    return content instanceof NativeBlob ? content : noteBytes(new NativeBlob([await readContent(content)]));
  },
};

/** @throws {TypeError} `ERR_INVALID_THIS`; `ERR_INVALID_STATE` for a stream that somebody holds, or read from */
function unused(stream: unknown): ReadableStream<unknown> {
  if (!(stream instanceof ReadableStream)) {
    throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type ReadableStream');
  }
  if (stream.locked) throw streamLocked();
  if (isUnreadable(stream)) {
    throw typeError("ERR_INVALID_STATE", "Invalid state: ReadableStream has already been used");
  }
  return stream;
}

const { getReader } = ReadableStream.prototype;

const replacements = {
  /** That a stream gives no bytes is said in Bun's words. */
  getReader(this: unknown, ...given: unknown[]): unknown {
    try {
      return Reflect.apply(getReader, this, given);
    } catch (error) {
      if (error instanceof TypeError && error.message.includes("must be a byte stream")) {
        throw new TypeError("A BYOB reader requires a ReadableStream with an underlying byte source");
      }
      throw error;
    }
  },
};

/**
 * Gives `ReadableStream` the methods that Bun's has: `text`, `json`, `bytes` and `blob`.
 * @see https://bun.com/docs/runtime/streams
 */
export function installStreamReaders(): void {
  const { prototype } = ReadableStream;
  Object.defineProperty(prototype, "getReader", {
    ...Object.getOwnPropertyDescriptor(prototype, "getReader"),
    value: replacements.getReader,
  });
  for (const [name, value] of Object.entries(readers)) {
    if (name in ReadableStream.prototype) continue;
    Object.defineProperty(ReadableStream.prototype, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
}
