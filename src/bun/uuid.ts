import { createHash, randomBytes, randomInt } from "node:crypto";
import { rangeError, typeError } from "./argument-error.js";
import { bytesOf } from "./file-store.js";

/** How a UUID comes back: `hex` is the usual text with dashes. */
export type UUIDEncoding = "hex" | "base64" | "base64url" | "buffer";

const TIMESTAMP_MAX = 2 ** 48 - 1;
const COUNTER_MAX = 0xfff;

/** RFC 9562, appendix C of RFC 4122 before it: the namespaces with a name. */
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  url: "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
  oid: "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
  x500: "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
};

let lastTimestamp = -1;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562, section 5.7): sorted by time, counted within a millisecond.
 *
 * @param encoding default: `"hex"`
 * @param timestamp milliseconds since 1970 or a Date; default: now
 * @throws `ERR_UNKNOWN_ENCODING`, `ERR_INVALID_ARG_TYPE`, `ERR_OUT_OF_RANGE`
 * @see https://bun.sh/docs/api/utils#bun-randomuuidv7
 */
export function randomUUIDv7(encoding: "buffer", timestamp?: number | Date): Buffer;
export function randomUUIDv7(encoding?: UUIDEncoding, timestamp?: number | Date): string;
export function randomUUIDv7(timestamp?: number | Date): string;
export function randomUUIDv7(...given: unknown[]): string | Buffer {
  const [first, second] = given;
  const named = typeof first === "string";
  const form = named ? encodingOf(first) : "hex";
  // Alone it may be the timestamp; with a second argument it is an encoding, and none where it is no text.
  const time = timestampOf(named || given.length > 1 ? second : first);
  counter = time === lastTimestamp && counter < COUNTER_MAX ? counter + 1 : randomInt(COUNTER_MAX >> 1);
  lastTimestamp = time;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return encoded(bytes, form);
}

/**
 * A UUID version 5 (RFC 9562, section 5.5): the SHA-1 of a name within a namespace.
 *
 * @param namespace a UUID, or one of `dns`, `url`, `oid`, `x500`
 * @param encoding default: `"hex"`
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`, `ERR_UNKNOWN_ENCODING`
 */
export function randomUUIDv5(
  name: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
  namespace: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
  encoding: "buffer",
): Buffer;
export function randomUUIDv5(
  name: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
  namespace: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
  encoding?: UUIDEncoding,
): string;
export function randomUUIDv5(name: unknown, namespace: unknown, encoding?: unknown): string | Buffer {
  const content = contentOf(name, "name");
  const place = typeof namespace === "string" ? namespace : contentOf(namespace, "namespace");
  // Anything but a text counts as none.
  const form = typeof encoding === "string" ? encodingOf(encoding) : "hex";
  const space = typeof place === "string" ? uuidBytes(place) : place;
  if (space.length !== 16) {
    throw typeError("ERR_INVALID_ARG_VALUE", "Namespace must be exactly 16 bytes");
  }
  const bytes = createHash("sha1").update(space).update(content).digest().subarray(0, 16);
  bytes.writeUInt8(0x50 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return encoded(Buffer.from(bytes), form);
}

function uuidBytes(text: string): Uint8Array {
  const uuid = NAMESPACES[text.toLowerCase()] ?? text;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) {
    throw typeError("ERR_INVALID_ARG_VALUE", "Invalid UUID format for namespace");
  }
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

function contentOf(value: unknown, name: string): Uint8Array {
  const bytes = typeof value === "string" ? Buffer.from(value) : bytesOf(value);
  if (bytes !== null) return bytes;
  const message = `${name} must be a string, ArrayBuffer or ArrayBufferView`;
  throw typeError("ERR_INVALID_ARG_TYPE", message);
}

function encodingOf(name: unknown): BufferEncoding | "buffer" {
  if (typeof name === "string") {
    const lower = name.toLowerCase();
    if (lower === "buffer" || Buffer.isEncoding(lower)) return lower;
  }
  throw typeError("ERR_UNKNOWN_ENCODING", "Encoding must be one of base64, base64url, hex, or buffer");
}

function timestampOf(value: unknown): number {
  if (value === undefined) return Date.now();
  const time = value instanceof Date ? value.getTime() : value;
  if (typeof time !== "number") {
    const message = `The "timestamp" property must be of type number. Received ${typeof time}`;
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  if (!(time >= 0 && time <= TIMESTAMP_MAX)) {
    throw rangeError("timestamp", `>= 0 and <= ${TIMESTAMP_MAX}`, time);
  }
  if (!Number.isInteger(time)) {
    throw typeError(
      "ERR_INVALID_ARG_TYPE",
      'The "timestamp" property must be of type integer. Received number',
    );
  }
  return time;
}

function encoded(bytes: Buffer, form: BufferEncoding | "buffer"): string | Buffer {
  if (form === "buffer") return bytes;
  if (form !== "hex") return bytes.toString(form);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
