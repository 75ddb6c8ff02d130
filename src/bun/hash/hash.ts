import { crc32 as zlibCrc32 } from "node:zlib";
import { typeError } from "../argument-error.js";
import { bytesOf, storeOf } from "../file-store.js";
import { murmur32v2, murmur32v3, murmur64v2 } from "./murmur.js";
import { wyhash } from "./wyhash.js";
import { xxHash32, xxHash64 } from "./xxhash.js";

/** What can be hashed. Bun takes a Blob in memory, too; Node cannot read one synchronously. */
export type HashedData = string | ArrayBufferView | ArrayBufferLike;

const REFUSED = "data must be a string, ArrayBuffer, ArrayBufferView or Blob";
const MAX_64 = 2n ** 64n - 1n;
/** The largest number of bytes after which Adler-32's second sum still fits into 53 bits by far. */
const ADLER_RUN = 4096;
const ADLER_PRIME = 65521;

/**
 * Wyhash, and by its members other hashes that are not for secrets.
 * @param seed a number or a bigint; anything else is 0
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for nothing, and for blobs
 * @see https://bun.com/docs/runtime/hashing#bun-hash
 */
export const hash = Object.assign(wide(wyhash, "hash"), {
  wyhash: wide(wyhash, "wyhash"),
  /** The seed is the checksum of what came before. */
  crc32: narrow((bytes, seed) => (bytes.length === 0 ? seed : zlibCrc32(bytes, seed)), "crc32"),
  /** Takes no seed. */
  adler32: narrow(adler32, "adler32"),
  xxHash32: narrow(xxHash32, "xxHash32"),
  xxHash64: wide(xxHash64, "xxHash64"),
  murmur32v2: narrow(murmur32v2, "murmur32v2"),
  murmur32v3: narrow(murmur32v3, "murmur32v3"),
  murmur64v2: wide(murmur64v2, "murmur64v2"),
});

function wide(algorithm: (bytes: Uint8Array, seed: bigint) => bigint, name: string) {
  return named(name, (data: HashedData, seed?: number | bigint): bigint =>
    algorithm(inputOf(data), seedOf(seed)),
  );
}

function narrow(algorithm: (bytes: Uint8Array, seed: number) => number, name: string) {
  return named(name, (data: HashedData, seed?: number | bigint): number =>
    algorithm(inputOf(data), Number(BigInt.asUintN(32, seedOf(seed)))),
  );
}

function named<F extends object>(name: string, method: F): F {
  return Object.defineProperties(method, { name: { value: name }, length: { value: 1 } });
}

function inputOf(data: unknown): Uint8Array {
  if (typeof data === "string") return Buffer.from(data);
  if (typeof data === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  const bytes = bytesOf(data);
  if (bytes !== null) return bytes;
  if (storeOf(data) !== null) throw typeError("ERR_INVALID_ARG_TYPE", "File blob cannot be used here");
  if (data === undefined || data === null || data instanceof Blob) {
    throw typeError("ERR_INVALID_ARG_TYPE", REFUSED);
  }
  return Buffer.from(String(data));
}

/** 64 bits. */
function seedOf(seed: unknown): bigint {
  if (typeof seed === "bigint") return BigInt.asUintN(64, seed);
  if (typeof seed !== "number" || Number.isNaN(seed)) return 0n;
  if (seed >= Number(MAX_64)) return MAX_64;
  return BigInt.asUintN(64, BigInt(Math.trunc(Math.max(seed, -(2 ** 63)))));
}

/** RFC 1950 section 8.2. */
function adler32(bytes: Uint8Array): number {
  let first = 1;
  let second = 0;
  for (let start = 0; start < bytes.length; start += ADLER_RUN) {
    for (const byte of bytes.subarray(start, start + ADLER_RUN)) {
      first += byte;
      second += first;
    }
    first %= ADLER_PRIME;
    second %= ADLER_PRIME;
  }
  return second * 65536 + first;
}
