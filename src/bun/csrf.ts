import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { typeError } from "./argument-error.js";

type Encoding = "base64" | "base64url" | "hex";

export interface CsrfOptions {
  /** Default: "base64url" */
  encoding?: Encoding;
  /** Default: "sha256" */
  algorithm?: string;
}

/** Names of digests that a token may have, as OpenSSL knows them. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  sha256: "sha256",
  sha384: "sha384",
  sha512: "sha512",
  "sha512-256": "sha512-256",
  blake2b512: "blake2b512",
};

const DAY_MS = 86_400_000;
/** Time of making, nonce, life: milliseconds as unsigned 64 bits, and random bytes. */
const [NONCE, LIFE, PAYLOAD] = [8, 24, 32];

let ownSecret: string | undefined;

/**
 * Tokens against cross-site request forgery, in the form of Bun's: each verifies the other's.
 *
 * @see https://bun.com/docs/runtime/csrf
 */
export const CSRF = {
  /**
   * @param secret what {@link CSRF.verify} must know. Default: one of this process
   * @throws TypeError for a secret that is no text, and for unknown algorithms and encodings
   */
  generate(secret?: string, options: CsrfOptions & { expiresIn?: number } = {}): string {
    const { expiresIn = DAY_MS } = options;
    const payload = Buffer.alloc(PAYLOAD);
    payload.writeBigUInt64BE(BigInt(Date.now()));
    randomBytes(LIFE - NONCE).copy(payload, NONCE);
    payload.writeBigUInt64BE(BigInt(Math.trunc(expiresIn)), LIFE);
    const digest = digestOf(payload, secretOf(secret), options.algorithm);
    return Buffer.concat([payload, digest]).toString(encodingOf(options.encoding));
  },
  /**
   * Whether a token was made with this secret, and is not too old.
   *
   * @throws TypeError for a token that is no text, and for unknown algorithms and encodings
   */
  verify(token: string, options: CsrfOptions & { secret?: string; maxAge?: number } = {}): boolean {
    if (typeof token !== "string") throw invalid("token must be a string");
    if (token === "") throw invalid("Token must be a non-empty string");
    const { secret, maxAge = DAY_MS } = options;
    const bytes = Buffer.from(token, encodingOf(options.encoding));
    const payload = bytes.subarray(0, PAYLOAD);
    const expected = digestOf(payload, secretOf(secret), options.algorithm);
    const given = bytes.subarray(PAYLOAD);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    const made = Number(payload.readBigUInt64BE());
    const life = Number(payload.readBigUInt64BE(LIFE));
    const age = Date.now() - made;
    return (life === 0 || age <= life) && (maxAge === 0 || age <= maxAge);
  },
};

function secretOf(secret: unknown): string {
  if (secret === undefined) {
    ownSecret ??= randomBytes(32).toString("hex");
    return ownSecret;
  }
  if (typeof secret !== "string") throw invalid("secret must be a string");
  if (secret === "") throw invalid("Secret must be a non-empty string");
  return secret;
}

function digestOf(payload: Uint8Array, secret: string, algorithm = "sha256"): Buffer {
  const name = ALGORITHMS[algorithm];
  if (name === undefined) throw invalid("Algorithm not supported");
  return createHmac(name, secret).update(payload).digest();
}

function encodingOf(encoding: Encoding = "base64url"): Encoding {
  if (encoding === "base64" || encoding === "base64url" || encoding === "hex") return encoding;
  throw invalid("Invalid format: must be 'base64', 'base64url', or 'hex'");
}

function invalid(message: string): TypeError {
  return typeError("ERR_INVALID_ARG_TYPE", message);
}
