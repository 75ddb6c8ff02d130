import { createHash, createHmac, getHashes, type Hash, type Hmac } from "node:crypto";
import { typeError } from "./argument-error.js";
import { bytesOf, storeOf } from "./file-store.js";

/** What can be hashed. Bun takes blobs too; Node cannot read one synchronously. */
export type HashInput = string | ArrayBufferView | ArrayBufferLike;

/** Text forms of a digest. */
export type DigestEncoding = BufferEncoding;

/** Bun's names, the length of the digest in bytes; what Node's OpenSSL lacks is left out below. */
const LENGTHS = new Map<string, number>([
  ["blake2b512", 64],
  ["blake2s256", 32],
  ["md4", 16],
  ["md5", 16],
  ["ripemd160", 20],
  ["sha1", 20],
  ["sha224", 28],
  ["sha256", 32],
  ["sha384", 48],
  ["sha512", 64],
  ["sha512-224", 28],
  ["sha512-256", 32],
  ["sha3-224", 28],
  ["sha3-256", 32],
  ["sha3-384", 48],
  ["sha3-512", 64],
  ["shake128", 16],
  ["shake256", 32],
]);

const available = new Set(getHashes().map((name) => name.toLowerCase()));

/** Bun wants room for the longest digest, whatever the algorithm. */
const ROOM = 64;
const INPUT = "input must be a string, ArrayBuffer, ArrayBufferView or Blob";

/**
 * Hashes piece by piece, with a key (HMAC) or without.
 *
 * @see https://bun.sh/docs/api/hashing#bun-cryptohasher
 */
export class CryptoHasher {
  /** The names of all algorithms. */
  static readonly algorithms: readonly string[] = [...LENGTHS.keys()].filter((name) => available.has(name));

  /** Hashes in one step. @throws `ERR_INVALID_ARG_TYPE` */
  static hash(algorithm: string, input: HashInput): Buffer;
  static hash(algorithm: string, input: HashInput, encoding: DigestEncoding): string;
  static hash<T extends ArrayBufferView>(algorithm: string, input: HashInput, into: T): T;
  static hash(algorithm: string, input: HashInput, form?: unknown): unknown {
    const name = knownName(algorithm);
    if (name === null) throw unsupported(`"${algorithm}"`);
    const digest = newHash(name).update(inputOf(input)).digest();
    return deliver(digest, form, digest.length);
  }

  readonly #algorithm: string;
  readonly #key: string | Uint8Array | null;
  #state: Hash | Hmac | null;
  /** Node cannot copy an HMAC: what went in, for {@link copy}. */
  readonly #fed: Uint8Array[] = [];

  /**
   * @param algorithm one of {@link CryptoHasher.algorithms}; case does not matter, `sha-256` is `sha256`
   * @param key makes it an HMAC (RFC 2104)
   * @throws `ERR_INVALID_ARG_TYPE`
   */
  constructor(algorithm: string, key?: string | ArrayBufferView | ArrayBufferLike | null) {
    if (typeof algorithm !== "string") throw typeError("ERR_INVALID_ARG_TYPE", "algorithm must be a string");
    const name = knownName(algorithm);
    if (name === null) throw unsupported(algorithm);
    this.#algorithm = name;
    this.#key = keyOf(key);
    this.#state = this.#fresh();
  }

  /** Bun's name of the algorithm. */
  get algorithm(): string {
    return this.#algorithm;
  }

  /** Length of the digest. */
  get byteLength(): number {
    return LENGTHS.get(this.#algorithm) ?? 0;
  }

  /**
   * Takes a piece.
   * @param encoding of text. Default: UTF-8
   * @throws `ERR_INVALID_ARG_TYPE`; `Error` once an HMAC was digested
   */
  update(input: HashInput, encoding?: BufferEncoding): this {
    const bytes = inputOf(input, encoding);
    this.#usable().update(bytes);
    if (this.#key !== null) this.#fed.push(new Uint8Array(bytes));
    return this;
  }

  /**
   * The hash of all pieces. A plain hasher starts anew afterwards; an HMAC is used up.
   * @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`
   */
  digest(): Buffer;
  digest(encoding: DigestEncoding): string;
  digest<T extends ArrayBufferView>(into: T): T;
  digest(form?: unknown): unknown {
    const digest = this.#usable().digest();
    this.#state = this.#key === null ? this.#fresh() : null;
    return deliver(digest, form, ROOM);
  }

  /** A hasher that has seen the same pieces. */
  copy(): CryptoHasher {
    const copy = new CryptoHasher(this.#algorithm, this.#key);
    const state = this.#usable();
    if (this.#key === null && "copy" in state) copy.#state = state.copy();
    for (const bytes of this.#fed) copy.update(bytes);
    return copy;
  }

  #fresh(): Hash | Hmac {
    return this.#key === null ? newHash(this.#algorithm) : createHmac(this.#algorithm, this.#key);
  }

  #usable(): Hash | Hmac {
    if (this.#state === null) throw new Error("HMAC has been consumed and is no longer usable");
    return this.#state;
  }
}

/** A hash as Node makes it, with the digest length that Bun gives to SHAKE. */
export function newHash(name: string): Hash {
  return name.startsWith("shake") ? createHash(name, { outputLength: LENGTHS.get(name) }) : createHash(name);
}

/** Whether Node has the algorithm. */
export function hasAlgorithm(name: string): boolean {
  return CryptoHasher.algorithms.includes(name);
}

/** The bytes of an input. @throws `ERR_INVALID_ARG_TYPE` */
export function inputOf(input: unknown, encoding?: string): Uint8Array {
  if (typeof input === "string") {
    return Buffer.from(input, encoding !== undefined && Buffer.isEncoding(encoding) ? encoding : "utf8");
  }
  const bytes = bytesOf(input);
  if (bytes !== null) return bytes;
  throw typeError("ERR_INVALID_ARG_TYPE", storeOf(input) !== null ? "File blob cannot be used here" : INPUT);
}

/**
 * A digest in the form that was asked for: bytes, text, or written into an array.
 * @param room how long such an array must be
 */
export function deliver(digest: Buffer, form: unknown, room: number): Buffer | string | ArrayBufferView {
  if (form === undefined || form === null || form === "buffer") return digest;
  if (typeof form === "string") {
    if (Buffer.isEncoding(form)) return digest.toString(form);
    throw typeError("ERR_INVALID_ARG_VALUE", `Unknown encoding: ${form}`);
  }
  if (!ArrayBuffer.isView(form)) throw typeError("ERR_INVALID_ARG_TYPE", INPUT);
  const target = new Uint8Array(form.buffer, form.byteOffset, form.byteLength);
  if (target.length < room) {
    throw typeError("ERR_INVALID_ARG_TYPE", `TypedArray must be at least ${room} bytes`);
  }
  target.set(digest);
  return form;
}

function knownName(algorithm: string): string | null {
  const lower = String(algorithm).toLowerCase();
  const name = lower.replace(/^sha-(?=[1-9])/, "sha").replace("/", "-");
  return hasAlgorithm(name) ? name : null;
}

function unsupported(name: string): Error {
  return typeError("ERR_INVALID_ARG_TYPE", `Unsupported algorithm ${name}`);
}

function keyOf(key: unknown): string | Uint8Array | null {
  if (key === undefined || key === null) return null;
  const bytes = typeof key === "string" ? key : bytesOf(key);
  if (bytes !== null) return bytes;
  throw typeError("ERR_INVALID_ARG_TYPE", "hmacKey must be a string, ArrayBuffer or ArrayBufferView");
}
