import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createRequire } from "node:module";
import { typeError } from "./argument-error.js";
import { bytesOf } from "./file-store.js";
import { decodePhc, encodePhc, type PhcHash } from "./phc.js";

/** What can be hashed, and what a hash is given as. */
export type PasswordData = string | ArrayBufferView | ArrayBufferLike;

/** How a password is hashed. */
export type PasswordAlgorithm = "argon2id" | "argon2i" | "argon2d" | "bcrypt";

/** Argon2 (RFC 9106). */
export interface Argon2Options {
  algorithm: "argon2id" | "argon2i" | "argon2d";
  /** Kibibytes, at least 8. Default: 65536 */
  memoryCost?: number;
  /** Passes over the memory. Default: 2 */
  timeCost?: number;
}

/** bcrypt. */
export interface BcryptOptions {
  algorithm: "bcrypt";
  /** Power of two of the rounds, 4 to 31. Default: 10 */
  cost?: number;
}

type Settings =
  | { readonly algorithm: "bcrypt"; readonly cost: number }
  | { readonly algorithm: PhcHash["algorithm"]; readonly memoryCost: number; readonly timeCost: number };

/** The optional dependencies, loaded at the first call. */
interface Libraries {
  argon2: typeof import("@node-rs/argon2");
  bcrypt: typeof import("@node-rs/bcrypt");
}

const require = createRequire(import.meta.url);
let loaded: Libraries | null = null;

function libraries(): Libraries {
  try {
    loaded ??= { argon2: require("@node-rs/argon2"), bcrypt: require("@node-rs/bcrypt") };
    return loaded;
  } catch (cause) {
    const packages = "@node-rs/argon2 and @node-rs/bcrypt";
    throw new Error(`Bun.password needs ${packages}, which are not installed or have no binary here`, {
      cause,
    });
  }
}

const ALGORITHMS = ["bcrypt", "argon2id", "argon2d", "argon2i"] as const;
/** As @node-rs/argon2 numbers them. */
const ARGON2_NUMBERS = { argon2d: 0, argon2i: 1, argon2id: 2 } as const;
const MOST = 2 ** 32 - 1;
const MEMORY_MIN = 8;
/** Bytes. */
const SALT = 32;
const DIGEST = 32;
/** bcrypt looks at no more bytes: Bun hashes longer passwords first. */
const BCRYPT_MAX = 72;
const BCRYPT_LENGTH = 60;

/**
 * Hashes passwords, and compares them with hashes.
 * @see https://bun.com/docs/runtime/hashing#bun-password
 */
export const password = {
  /**
   * A hash with everything that {@link password.verify} needs, in the PHC or the crypt format.
   * @param algorithm default: `argon2id`
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE`
   */
  hash(value: PasswordData, algorithm?: PasswordAlgorithm | Argon2Options | BcryptOptions): Promise<string> {
    const settings = settingsOf(algorithm);
    return hashed(notEmpty(anyBytes(value, "password")), settings);
  },

  /** {@link password.hash}, blocking. */
  hashSync(value: PasswordData, algorithm?: PasswordAlgorithm | Argon2Options | BcryptOptions): string {
    const settings = settingsOf(algorithm);
    const bytes = notEmpty(strictBytes(value, "password"));
    const { argon2, bcrypt } = libraries();
    if (settings.algorithm === "bcrypt") return bcrypt.hashSync(bcryptInput(bytes), { cost: settings.cost });
    const wanted = fresh(settings);
    return encodePhc({ ...wanted, digest: argon2.hashRawSync(bytes, argon2Options(wanted)) });
  },

  /**
   * Whether a password is the one of a hash.
   * @param algorithm default: what the hash says
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE`
   * @throws (rejects) {Error} `PASSWORD_UNSUPPORTED_ALGORITHM`, `PASSWORD_INVALID_ENCODING`,
   * `PASSWORD_WEAK_PARAMETERS`
   */
  async verify(value: PasswordData, hash: PasswordData, algorithm?: PasswordAlgorithm): Promise<boolean> {
    const bytes = anyBytes(value, "password");
    const text = Buffer.from(anyBytes(hash, "hash")).toString();
    const known = algorithmOf(algorithm);
    if (bytes.length === 0 || text === "") return false;
    const expected = readHash(text, known);
    if (expected === null) return false;
    const { argon2, bcrypt } = libraries();
    if (typeof expected === "string") return bcrypt.verify(bcryptInput(bytes), expected);
    return timingSafeEqual(await argon2.hashRaw(bytes, argon2Options(expected)), expected.digest);
  },

  /** {@link password.verify}, blocking. */
  verifySync(value: PasswordData, hash: PasswordData, algorithm?: PasswordAlgorithm): boolean {
    const bytes = strictBytes(value, "password");
    const text = Buffer.from(strictBytes(hash, "hash")).toString();
    const known = algorithmOf(algorithm);
    if (bytes.length === 0 || text === "") return false;
    const expected = readHash(text, known);
    if (expected === null) return false;
    const { argon2, bcrypt } = libraries();
    if (typeof expected === "string") return bcrypt.verifySync(bcryptInput(bytes), expected);
    return timingSafeEqual(argon2.hashRawSync(bytes, argon2Options(expected)), expected.digest);
  },
};

// As in Bun: what is optional does not count.
Object.defineProperty(password.verify, "length", { value: 2 });
Object.defineProperty(password.verifySync, "length", { value: 2 });

async function hashed(bytes: Uint8Array, settings: Settings): Promise<string> {
  const { argon2, bcrypt } = libraries();
  if (settings.algorithm === "bcrypt") return bcrypt.hash(bcryptInput(bytes), { cost: settings.cost });
  const wanted = fresh(settings);
  return encodePhc({ ...wanted, digest: await argon2.hashRaw(bytes, argon2Options(wanted)) });
}

function fresh(settings: Exclude<Settings, { algorithm: "bcrypt" }>): PhcHash {
  return { ...settings, parallelism: 1, salt: randomBytes(SALT), digest: Buffer.alloc(DIGEST) };
}

function argon2Options({ algorithm, memoryCost, timeCost, parallelism, salt, digest }: PhcHash) {
  const outputLen = digest.length;
  return { algorithm: ARGON2_NUMBERS[algorithm], memoryCost, timeCost, parallelism, salt, outputLen };
}

function bcryptInput(bytes: Uint8Array): Uint8Array {
  return bytes.length > BCRYPT_MAX ? createHash("sha512").update(bytes).digest() : bytes;
}

/** The parts of an Argon2 hash, a bcrypt hash as it is, or null for what no password has as its hash. */
function readHash(text: string, algorithm: PasswordAlgorithm | null): PhcHash | string | null {
  const isBcrypt = algorithm === null ? /^\$2[abxy]?\$/.test(text) : algorithm === "bcrypt";
  if (!isBcrypt) {
    if (algorithm === null && !/^\$argon2(?:id|i|d)\$/.test(text)) throw failure("UnsupportedAlgorithm");
    const parts = decodePhc(text);
    if (parts === null) throw failure("InvalidEncoding");
    const { salt, digest, memoryCost, timeCost, parallelism } = parts;
    if (salt.length < 8 || digest.length < 4 || memoryCost < MEMORY_MIN || timeCost < 1 || parallelism < 1) {
      throw failure("WeakParameters");
    }
    // Too little memory for its threads (RFC 9106 section 3.1): nothing was hashed so.
    if (memoryCost < MEMORY_MIN * parallelism) return null;
    return parts;
  }
  if (text.startsWith("$") && !text.startsWith("$2")) return null;
  if (text.length !== BCRYPT_LENGTH || !text.startsWith("$2")) throw failure("InvalidEncoding");
  return text.replace(/^\$2[xy]\$/, "$2b$");
}

function failure(name: string): Error {
  const code = `PASSWORD_${name.replace(/(?!^)[A-Z]/g, "_$&").toUpperCase()}`;
  return Object.assign(new Error(`Password verification failed with error "${name}"`), { code });
}

function settingsOf(given: unknown): Settings {
  if (given === undefined || given === null) return { algorithm: "argon2id", memoryCost: 65536, timeCost: 2 };
  if (typeof given === "string") return settingsOf({ algorithm: given });
  if (typeof given !== "object") throw invalid("PasswordHashOptions must be an object");
  const { algorithm: name, cost, memoryCost, timeCost }: Record<string, unknown> = { ...given };
  if (name === undefined) throw invalid("Expected options.algorithm to be a string for 'hash'.");
  if (typeof name !== "string") throw invalid("PasswordHashOptions.algorithm must be a string");
  const algorithm = namedAlgorithm(name, "hash");
  if (algorithm === "bcrypt") {
    const rounds = numberOf("cost", cost) ?? 10;
    if (!(Number.isInteger(rounds) && rounds >= 4 && rounds <= 31)) {
      throw invalid("Rounds must be an integer between 4 and 31");
    }
    return { algorithm, cost: rounds };
  }
  const time = numberOf("timeCost", timeCost) ?? 2;
  if (!(time >= 1)) throw invalid("Time cost must be greater than 0");
  checkInteger("Time cost", time, 1);
  const memory = numberOf("memoryCost", memoryCost) ?? 65536;
  if (!(memory >= MEMORY_MIN)) throw invalid(`Memory cost must be at least ${MEMORY_MIN}`);
  checkInteger("Memory cost", memory, MEMORY_MIN);
  return { algorithm, memoryCost: memory, timeCost: time };
}

function algorithmOf(given: unknown): PasswordAlgorithm | null {
  if (given === undefined || given === null) return null;
  if (typeof given !== "string") throw invalid("algorithm must be a string");
  return namedAlgorithm(given, "verify");
}

function namedAlgorithm(name: string, method: string): PasswordAlgorithm {
  const known = ALGORITHMS.find((one) => one === name);
  if (known !== undefined) return known;
  const all = ALGORITHMS.map((one) => `"${one}"`).join(", ");
  throw invalid(
    `Expected algorithm to be a unknown algorithm, expected one of: ${all} (default is "argon2id") for '${method}'.`,
  );
}

function numberOf(name: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number") throw invalid(`Expected ${name} to be a number for 'hash'.`);
  return value;
}

function checkInteger(what: string, value: number, least: number): void {
  if (Number.isInteger(value) && value <= MOST) return;
  throw invalid(`${what} must be an integer between ${least} and ${MOST}`);
}

/** What blocks takes no more than is documented. */
function strictBytes(value: unknown, name: string): Uint8Array {
  if (typeof value === "string" || value instanceof String) return Buffer.from(String(value));
  const bytes = bytesOf(value);
  if (bytes !== null) return bytes;
  throw invalid(`${name} must be a string, ArrayBuffer or ArrayBufferView`);
}

/** What does not block takes everything as text. The bytes are copied: they are read later. */
function anyBytes(value: unknown, name: string): Uint8Array {
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  if (value === undefined) return strictBytes(value, name);
  return Uint8Array.from(bytesOf(value) ?? Buffer.from(String(value)));
}

function notEmpty(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw invalid("password must not be empty");
  return bytes;
}

function invalid(message: string): Error {
  return typeError("ERR_INVALID_ARG_TYPE", message);
}
