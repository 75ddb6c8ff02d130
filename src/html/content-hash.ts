import { basename, extname } from "node:path";
import { hashDigits, xxHash64 } from "../bun/xxhash.js";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Bun's hash of an output: the same file has the same name here and there. */
export function contentHash(bytes: Uint8Array): Promise<bigint> {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length), true);
  return xxHash64(length, bytes);
}

/** `logo.png` as `logo-4d03h3zg.png`: a path that never means other bytes. */
export function hashedName(file: string, hash: bigint): string {
  const extension = extname(file);
  const digits = bytesOf(hash).map((byte) => DIGITS.charAt(byte & 31));
  return `${basename(file, extension)}-${digits.join("")}${extension}`;
}

/** The 16 digits by which development names assets: the bytes of the hash, the lowest first. */
export function assetDigits(hash: bigint): string {
  return Buffer.from(bytesOf(hash)).toString("hex");
}

/** The entity tag of a bundled output. */
export function bundleETag(hash: bigint): string {
  return `"${hashDigits(hash)}"`;
}

function bytesOf(hash: bigint): number[] {
  return Array.from({ length: 8 }, (_, index) => Number((hash >> BigInt(index * 8)) & 255n));
}
