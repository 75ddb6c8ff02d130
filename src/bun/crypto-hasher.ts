import { createHash, createHmac, getHashes, type Hash, type Hmac } from "node:crypto";
import { typeError } from "./argument-error.js";
import { bytesOf, storeOf } from "./file-store.js";

/** What can be hashed. Bun takes blobs too; Node cannot read one synchronously. */
export type HashInput = string | ArrayBufferView | ArrayBufferLike;

/** Text forms of a digest. */
export type DigestEncoding = BufferEncoding;

/** Bun's names, the length of the digest in bytes; what Node's OpenSSL lacks is left out below. */
const LENGTHS = new Map<string, number>([
  ["blake2b256", 32],
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

/** Without HMAC. */
const NO_KEYS = new Set(["blake2b256", "blake2s256", "shake128", "shake256"]);

/** Other names that Bun takes. */
const ALIASES = new Map([
  ["rmd160", "ripemd160"],
  ["sha-1", "sha1"],
  ["sha-224", "sha224"],
  ["sha-256", "sha256"],
  ["sha-384", "sha384"],
  ["sha-512", "sha512"],
  ["sha-512/224", "sha512-224"],
  ["sha-512/256", "sha512-256"],
  ["shake-128", "shake128"],
  ["shake-256", "shake256"],
]);

const available = new Set(getHashes().map((name) => name.toLowerCase()));

/** Bun wants room for the longest digest, whatever the algorithm. */
const ROOM = 64;
const INPUT = "input must be a string, ArrayBuffer, ArrayBufferView or Blob";
const OUTPUT = "output must be of type string or ArrayBuffer or ArrayBufferView";
const NO_STRING = "algorithm must be a string";

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
    if (typeof algorithm !== "string") throw typeError("ERR_INVALID_ARG_TYPE", NO_STRING);
    checkForm(form);
    const bytes = inputOf(input);
    const name = knownName(algorithm);
    if (name === null) throw unsupported(`"${algorithm}"`);
    const digest = newHash(name).update(bytes).digest();
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
    if (typeof algorithm !== "string") throw typeError("ERR_INVALID_ARG_TYPE", NO_STRING);
    if (algorithm === "") throw typeError("ERR_INVALID_ARG_TYPE", "Invalid algorithm name");
    this.#key = keyOf(key);
    const name = knownName(algorithm);
    if (name === null)
      throw this.#key === null ? unsupported(algorithm) : typeError("ERR_INVALID_ARG_TYPE", NO_HMAC);
    if (this.#key !== null && NO_KEYS.has(name)) throw todo("HMAC is not supported for this algorithm yet");
    this.#algorithm = name;
    this.#state = this.#fresh();
  }

  /** Bun's name of the algorithm. */
  get algorithm(): string {
    return this.#algorithm;
  }

  /** Length of the digest. @throws `Error` once an HMAC was digested */
  get byteLength(): number {
    this.#usable();
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
    const wanted = form ?? undefined;
    checkForm(wanted);
    const digest = this.#usable().digest();
    this.#state = this.#key === null ? this.#fresh() : null;
    return deliver(digest, wanted, ROOM);
  }

  /** A hasher that has seen the same pieces; of an HMAC that was digested, one that is used up as well. */
  copy(): CryptoHasher {
    const copy = new CryptoHasher(this.#algorithm, this.#key);
    const state = this.#state;
    if (state === null) copy.#state = null;
    else if (this.#key === null && "copy" in state) copy.#state = state.copy();
    else for (const bytes of this.#fed) copy.update(bytes);
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

// Bundlers rename a class that mentions itself.
Object.defineProperties(CryptoHasher, { name: { value: "CryptoHasher" }, length: { value: 0 } });
Object.defineProperty(CryptoHasher.prototype, Symbol.toStringTag, {
  value: "CryptoHasher",
  configurable: true,
});

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
  if (typeof input === "string" || input instanceof String) {
    if (encoding === "hex" && input.length % 2 === 1) {
      const message = `The argument 'encoding' is invalid for data of length ${input.length}. Received 'hex'`;
      throw typeError("ERR_INVALID_ARG_VALUE", message);
    }
    return Buffer.from(
      String(input),
      encoding !== undefined && Buffer.isEncoding(encoding) ? encoding : "utf8",
    );
  }
  const bytes = bytesOf(input);
  if (bytes !== null) return bytes;
  throw typeError("ERR_INVALID_ARG_TYPE", storeOf(input) !== null ? "File blob cannot be used here" : INPUT);
}

/** @throws `ERR_INVALID_ARG_TYPE` for what a digest cannot become */
export function checkForm(form: unknown): void {
  if (form === undefined || typeof form === "string" || form instanceof String) return;
  if (bytesOf(form) === null) throw typeError("ERR_INVALID_ARG_TYPE", OUTPUT);
}

/**
 * A digest in the form that was asked for: bytes, text, or written into an array.
 * @param room how long such an array must be
 */
export function deliver(digest: Buffer, form: unknown, room: number): unknown {
  if (form === undefined || form === "buffer") return digest;
  if (typeof form === "string" || form instanceof String) {
    const encoding = String(form);
    if (Buffer.isEncoding(encoding)) return digest.toString(encoding);
    throw typeError("ERR_INVALID_ARG_VALUE", `Unknown encoding: ${encoding}`);
  }
  const target = bytesOf(form);
  if (target === null) throw typeError("ERR_INVALID_ARG_TYPE", OUTPUT);
  if (target.length < room) {
    throw typeError("ERR_INVALID_ARG_TYPE", `TypedArray must be at least ${room} bytes`);
  }
  target.set(digest);
  return form;
}

function knownName(algorithm: string): string | null {
  const lower = algorithm.toLowerCase();
  const name = ALIASES.get(lower) ?? lower;
  return hasAlgorithm(name) ? name : null;
}

/** What Bun says of a name with a key. */
const NO_HMAC = `algorithm must be one of ${[...LENGTHS.keys()]
  .map((name) => `'${name}'`)
  .join(", ")
  .replace(/, ([^,]*)$/, " or $1")}`;

function todo(message: string): Error {
  return Object.defineProperty(new Error(message), "name", { value: "TODOError", configurable: true });
}

function unsupported(name: string): Error {
  return typeError("ERR_INVALID_ARG_TYPE", `Unsupported algorithm ${name}`);
}

function keyOf(key: unknown): string | Uint8Array | null {
  if (key === undefined || key === null) return null;
  const bytes = typeof key === "string" || key instanceof String ? String(key) : bytesOf(key);
  if (bytes !== null) return bytes;
  throw typeError("ERR_INVALID_ARG_TYPE", "hmacKey must be a string, ArrayBuffer or ArrayBufferView");
}
