import type { Hash } from "node:crypto";
import {
  checkForm,
  type DigestEncoding,
  deliver,
  type HashInput,
  hasAlgorithm,
  inputOf,
  newHash,
} from "./crypto-hasher.js";

/** An instance of `Bun.SHA256` and its kin. */
export interface Hasher {
  /** Length of the digest. */
  readonly byteLength: number;
  /** Takes a piece. @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_STATE` */
  update(input: HashInput): this;
  /** The hash, once. @throws `ERR_INVALID_STATE` the second time */
  digest(): Uint8Array<ArrayBuffer>;
  digest(encoding: DigestEncoding): string;
  digest<T extends ArrayBufferView>(into: T): T;
}

/** The class `Bun.SHA256` and its kin. */
export interface HasherClass {
  new (): Hasher;
  readonly prototype: Hasher;
  /** Length of the digest. */
  readonly byteLength: number;
  /** Hashes in one step. */
  hash(input: HashInput): Uint8Array<ArrayBuffer>;
  hash(input: HashInput, encoding: DigestEncoding): string;
  hash<T extends ArrayBufferView>(input: HashInput, into: T): T;
}

function hasherClass(name: string, algorithm: string): HasherClass {
  const byteLength = newHash(algorithm).digest().length;
  const Class = class {
    static readonly byteLength = byteLength;

    static hash(input: HashInput): Uint8Array<ArrayBuffer>;
    static hash(input: HashInput, encoding: DigestEncoding): string;
    static hash<T extends ArrayBufferView>(input: HashInput, into: T): T;
    static hash(input: HashInput, form?: unknown): unknown {
      checkForm(form);
      return plain(deliver(newHash(algorithm).update(inputOf(input)).digest(), form, byteLength));
    }

    #state: Hash | null = newHash(algorithm);

    get byteLength(): number {
      return byteLength;
    }

    update(input: HashInput): this {
      this.#usable("create a new instance to update").update(inputOf(input));
      return this;
    }

    digest(): Uint8Array<ArrayBuffer>;
    digest(encoding: DigestEncoding): string;
    digest<T extends ArrayBufferView>(into: T): T;
    digest(form?: unknown): unknown {
      const state = this.#usable("create a new instance to digest again");
      const wanted = form ?? undefined;
      checkForm(wanted);
      const digest = state.digest();
      this.#state = null;
      return plain(deliver(digest, wanted, byteLength));
    }

    #usable(advice: string): Hash {
      if (this.#state !== null) return this.#state;
      const error = new Error(`${name} hasher already digested, ${advice}`);
      throw Object.assign(error, { code: "ERR_INVALID_STATE" });
    }
  };
  Object.defineProperty(Class, "name", { value: name });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
  return Class;
}

function plain(digest: unknown): unknown {
  return Buffer.isBuffer(digest) ? new Uint8Array(digest) : digest;
}

/** MD4 (RFC 1320); undefined where Node's OpenSSL leaves it out. */
export const MD4: HasherClass | undefined = hasAlgorithm("md4") ? hasherClass("MD4", "md4") : undefined;
/** MD5 (RFC 1321). */
export const MD5: HasherClass = hasherClass("MD5", "md5");
/** SHA-1 (FIPS 180-4). */
export const SHA1: HasherClass = hasherClass("SHA1", "sha1");
/** SHA-224 (FIPS 180-4). */
export const SHA224: HasherClass = hasherClass("SHA224", "sha224");
/** SHA-256 (FIPS 180-4). */
export const SHA256: HasherClass = hasherClass("SHA256", "sha256");
/** SHA-384 (FIPS 180-4). */
export const SHA384: HasherClass = hasherClass("SHA384", "sha384");
/** SHA-512 (FIPS 180-4). */
export const SHA512: HasherClass = hasherClass("SHA512", "sha512");
/** SHA-512/256 (FIPS 180-4). */
export const SHA512_256: HasherClass = hasherClass("SHA512_256", "sha512-256");

/** SHA-512/256 in one step. @see https://bun.sh/docs/api/hashing */
export const sha: HasherClass["hash"] = SHA512_256.hash;
