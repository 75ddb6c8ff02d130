/** An Argon2 hash and what it was made with. */
export interface PhcHash {
  readonly algorithm: "argon2id" | "argon2i" | "argon2d";
  /** Kibibytes. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
  readonly salt: Uint8Array;
  readonly digest: Uint8Array;
}

/** The only version that is in use, of RFC 9106. */
const VERSION = 19;
const FORM =
  /^\$(argon2id|argon2i|argon2d)\$(?:v=(\d+)\$)?m=(\d{1,10}),t=(\d{1,10}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** @see https://github.com/P-H-C/phc-string-format */
export function encodePhc({ algorithm, memoryCost, timeCost, parallelism, salt, digest }: PhcHash): string {
  const settings = `m=${memoryCost},t=${timeCost},p=${parallelism}`;
  return `$${algorithm}$v=${VERSION}$${settings}$${base64(salt)}$${base64(digest)}`;
}

/** Null for text that is no such hash. */
export function decodePhc(text: string): PhcHash | null {
  const [, algorithm, version, memory, time, threads, salt = "", digest = ""] = FORM.exec(text) ?? [];
  if (algorithm !== "argon2id" && algorithm !== "argon2i" && algorithm !== "argon2d") return null;
  if (version !== undefined && Number(version) !== VERSION) return null;
  return {
    algorithm,
    memoryCost: Number(memory),
    timeCost: Number(time),
    parallelism: Number(threads),
    salt: Buffer.from(salt, "base64"),
    digest: Buffer.from(digest, "base64"),
  };
}

/** Without padding. */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}
