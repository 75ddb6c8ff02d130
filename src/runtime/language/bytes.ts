import { addAll } from "./define.js";

type Alphabet = "base64" | "base64url";

/** What `fromBase64` and `setFromBase64` take; the last chunk may be short in the default form. */
interface Base64Options {
  alphabet?: Alphabet;
  lastChunkHandling?: "loose" | "strict" | "stop-before-partial";
}

/** Adds text forms of bytes (https://tc39.es/ecma262/#sec-uint8array-objects) and moves of buffers. */
export function installByteMethods(): void {
  addAll(Uint8Array, { fromBase64, fromHex });
  addAll(Uint8Array.prototype, {
    toBase64(this: Uint8Array, options: { alphabet?: Alphabet; omitPadding?: boolean } = {}): string {
      const text = viewOf(this).toString(alphabetOf(options));
      const bare = text.replace(/=+$/, "");
      return options.omitPadding === true ? bare : bare.padEnd(Math.ceil(bare.length / 4) * 4, "=");
    },
    toHex(this: Uint8Array): string {
      return viewOf(this).toString("hex");
    },
    setFromBase64(
      this: Uint8Array,
      text: string,
      options: Base64Options = {},
    ): { read: number; written: number } {
      const bytes = fromBase64(text, options);
      const whole = bytes.length <= this.length;
      // Only whole groups of three bytes are taken from what does not fit.
      const written = whole ? bytes.length : this.length - (this.length % 3);
      this.set(bytes.subarray(0, written));
      return { read: whole ? text.length : (written / 3) * 4, written };
    },
    setFromHex(this: Uint8Array, text: string): { read: number; written: number } {
      const bytes = fromHex(text).subarray(0, this.length);
      this.set(bytes);
      return { read: bytes.length * 2, written: bytes.length };
    },
  });
  addAll(ArrayBuffer.prototype, {
    transfer(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      return moved(this, length);
    },
    transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      return moved(this, length);
    },
  });
}

function fromBase64(text: string, options: Base64Options = {}): Uint8Array {
  const alphabet = alphabetOf(options);
  const clean = textOf(text).replace(/[\t\n\f\r ]+/g, "");
  const [, body = "", padding = ""] = /^([^=]*)(=*)$/.exec(clean) ?? [];
  const rest = body.length % 4;
  const form = alphabet === "base64" ? /^[A-Za-z\d+/]*$/ : /^[\w-]*$/;
  const handling = options.lastChunkHandling ?? "loose";
  const padded = rest === 0 ? padding === "" : padding.length === 4 - rest;
  const isRight =
    form.test(body) && (body !== "" || clean === "") && (rest !== 1 || handling === "stop-before-partial");
  const isComplete = padded || (padding === "" && handling !== "strict");
  if (!isRight || (!isComplete && handling !== "stop-before-partial")) {
    throw new SyntaxError("The string is not correctly encoded as base64");
  }
  const stops = handling === "stop-before-partial" && !padded;
  return plain(Buffer.from(stops ? body.slice(0, body.length - rest) : body, alphabet));
}

function fromHex(text: string): Uint8Array {
  if (!/^(?:[\da-f]{2})*$/i.test(textOf(text))) {
    throw new SyntaxError("The string is not correctly encoded as hex");
  }
  return plain(Buffer.from(text, "hex"));
}

function textOf(text: unknown): string {
  if (typeof text !== "string") throw new TypeError("Expected a string");
  return text;
}

function alphabetOf({ alphabet = "base64" }: { alphabet?: Alphabet }): Alphabet {
  if (alphabet === "base64" || alphabet === "base64url") return alphabet;
  throw new TypeError('Expected alphabet to be either "base64" or "base64url"');
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** In memory of its own: buffers may share theirs. */
function plain(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes);
}

function moved(buffer: ArrayBuffer, length: number): ArrayBuffer {
  const taken = structuredClone(buffer, { transfer: [buffer] });
  if (length === taken.byteLength) return taken;
  const result = new ArrayBuffer(length);
  new Uint8Array(result).set(new Uint8Array(taken, 0, Math.min(length, taken.byteLength)));
  return result;
}
