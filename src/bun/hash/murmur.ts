const MASK = 0xffff_ffff_ffff_ffffn;
const M32 = 0x5bd1e995;
const M64 = 0xc6a4_a793_5bd1_e995n;

/** MurmurHash3, x86, 32 bits. @see https://github.com/aappleby/smhasher */
export function murmur32v3(bytes: Uint8Array, seed: number): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const scramble = (word: number): number => {
    const product = Math.imul(word, 0xcc9e2d51);
    return Math.imul((product << 15) | (product >>> 17), 0x1b873593);
  };
  let hash = seed | 0;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    hash ^= scramble(view.getUint32(at, true));
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= scramble(rest(bytes, at)) ^ length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** MurmurHash2, 32 bits. */
export function murmur32v2(bytes: Uint8Array, seed: number): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let hash = seed ^ length;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    const word = Math.imul(view.getUint32(at, true), M32);
    hash = Math.imul(hash, M32) ^ Math.imul(word ^ (word >>> 24), M32);
  }
  if (at < length) hash = Math.imul(hash ^ rest(bytes, at), M32);
  hash = Math.imul(hash ^ (hash >>> 13), M32);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** MurmurHash2, 64 bits, variant A. */
export function murmur64v2(bytes: Uint8Array, seed: bigint): bigint {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let hash = (seed ^ (BigInt(length) * M64)) & MASK;
  let at = 0;
  for (; at + 8 <= length; at += 8) {
    const word = (view.getBigUint64(at, true) * M64) & MASK;
    hash = ((hash ^ (((word ^ (word >> 47n)) * M64) & MASK)) * M64) & MASK;
  }
  if (at < length) {
    let last = 0n;
    for (let i = length - 1; i >= at; i--) last = (last << 8n) | BigInt(view.getUint8(i));
    hash = ((hash ^ last) * M64) & MASK;
  }
  hash = ((hash ^ (hash >> 47n)) * M64) & MASK;
  return hash ^ (hash >> 47n);
}

/** The bytes behind the last whole word, as one. */
function rest(bytes: Uint8Array, from: number): number {
  let word = 0;
  for (let i = bytes.length - 1; i >= from; i--) word = (word << 8) | (bytes[i] ?? 0);
  return word;
}
