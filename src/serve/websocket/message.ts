import { readFileSync } from "node:fs";
import { fileRangeOf } from "../../bun/file.js";
import { blobBytes } from "../../web/blob-bytes.js";
import { bytesIn } from "../../web/bytes.js";
import type { Message } from "../../wire/socket.js";

/** Text, bytes or a Blob as what goes over the wire; null for anything else. */
export function asMessage(value: unknown): Message | null {
  return asText(value) ?? asBytes(value);
}

export function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return value instanceof String ? value.toString() : null;
}

/** @throws {Error} for a Blob whose content is not in memory */
export function asBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array && value.length > 0) return value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
    return bytesIn(value);
  }
  return value instanceof Blob ? bytesOf(value) : null;
}

function bytesOf(blob: Blob): Uint8Array {
  const range = fileRangeOf(blob);
  if (range !== null) return readFileSync(range.path ?? range.fd).subarray(range.start, range.end);
  const bytes = blobBytes(blob);
  if (bytes === null) throw new Error("The content of this Blob is not in memory");
  return bytes;
}

/** Anything else as text; unlike `String`, it refuses symbols. */
export function toText(value: unknown): string {
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return String(value);
}

/** Texts up to this length are measured faster here than by a call into native code. */
const SHORT = 128;

/** Bytes that a message has. */
export function sizeOf(message: Message): number {
  if (typeof message !== "string") return message.length;
  const { length } = message;
  if (length > SHORT) return Buffer.byteLength(message);
  for (let i = 0; i < length; i++) {
    if (message.charCodeAt(i) > 0x7f) return Buffer.byteLength(message);
  }
  return length;
}

/** What `binaryType` can be. */
export type BinaryType = "nodebuffer" | "arraybuffer" | "uint8array" | "blob";

const BINARY_TYPES: ReadonlyMap<string, BinaryType> = new Map<string, BinaryType>([
  ["nodebuffer", "nodebuffer"],
  ["buffer", "nodebuffer"],
  ["Buffer", "nodebuffer"],
  ["arraybuffer", "arraybuffer"],
  ["ArrayBuffer", "arraybuffer"],
  ["uint8array", "uint8array"],
  ["Uint8Array", "uint8array"],
  ["blob", "blob"],
]);

/** @throws {Error} for what names none */
export function toBinaryType(value: unknown): BinaryType {
  const type = BINARY_TYPES.get(asText(value) ?? "");
  if (type !== undefined) return type;
  throw new Error('binaryType must be either "uint8array", "arraybuffer", "nodebuffer" or "blob"');
}

/** Received bytes, as the handler wants them. The bytes are its own. */
export function asBinaryType(bytes: Uint8Array, type: BinaryType): Buffer | ArrayBuffer | Uint8Array | Blob {
  const { buffer, byteOffset, byteLength } = bytes;
  switch (type) {
    case "nodebuffer":
      return Buffer.from(buffer, byteOffset, byteLength);
    case "uint8array":
      return new Uint8Array(buffer, byteOffset, byteLength);
    case "arraybuffer":
      return byteOffset === 0 && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer
        ? buffer
        : Uint8Array.from(bytes).buffer;
    case "blob":
      return new Blob([Uint8Array.from(bytes)]);
  }
}
