import type { XXHashAPI } from "xxhash-wasm";

// Begun when this module is loaded, not when a hash is wanted: a server is seldom started sooner than it is there.
const hasher: Promise<XXHashAPI> = import("xxhash-wasm").then((xxhash) => xxhash.default());
// Whoever wants a hash hears of it.
hasher.catch(() => {});

/** xxHash64, seed 0, of all the parts as one. */
export async function xxHash64(...parts: Uint8Array[]): Promise<bigint> {
  const { create64, h64Raw } = await hasher;
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0) return h64Raw(first ?? new Uint8Array(0));
  return rest.reduce((hash, part) => hash.update(part), create64().update(first)).digest();
}

/** The 16 hexadecimal digits of a hash. */
export function hashDigits(hash: bigint): string {
  return hash.toString(16).padStart(16, "0");
}
