const MASK = 0xffff_ffff_ffff_ffffn;
const [A, B, C, D, E] = [
  0x9e37_79b1_85eb_ca87n,
  0xc2b2_ae3d_27d4_eb4fn,
  0x1656_67b1_9e37_79f9n,
  0x85eb_ca77_c2b2_ae63n,
  0x27d4_eb2f_1656_67c5n,
];
const [A32, B32, C32, D32, E32] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];

/** XXH64. @see https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export function xxHash64(bytes: Uint8Array, seed: bigint): bigint {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let at = 0;
  let hash = seed + E;
  if (length >= 32) {
    const lanes = [seed + A + B, seed + B, seed, seed - A].map((lane) => lane & MASK);
    for (; at + 32 <= length; at += 32) {
      for (const [i, lane] of lanes.entries()) lanes[i] = round(lane, view.getBigUint64(at + i * 8, true));
    }
    const [first = 0n, second = 0n, third = 0n, fourth = 0n] = lanes;
    hash = rotate(first, 1n) + rotate(second, 7n) + rotate(third, 12n) + rotate(fourth, 18n);
    for (const lane of lanes) hash = ((hash & MASK) ^ round(0n, lane)) * A + D;
  }
  hash = (hash + BigInt(length)) & MASK;
  for (; at + 8 <= length; at += 8) {
    hash = (rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * A + D) & MASK;
  }
  for (; at + 4 <= length; at += 4) {
    hash = (rotate(hash ^ ((BigInt(view.getUint32(at, true)) * A) & MASK), 23n) * B + C) & MASK;
  }
  for (; at < length; at++) hash = (rotate(hash ^ ((BigInt(view.getUint8(at)) * E) & MASK), 11n) * A) & MASK;
  hash = ((hash ^ (hash >> 33n)) * B) & MASK;
  hash = ((hash ^ (hash >> 29n)) * C) & MASK;
  return hash ^ (hash >> 32n);
}

function round(lane: bigint, input: bigint): bigint {
  return (rotate((lane + input * B) & MASK, 31n) * A) & MASK;
}

function rotate(value: bigint, bits: bigint): bigint {
  return ((value << bits) | (value >> (64n - bits))) & MASK;
}

/** XXH32. */
export function xxHash32(bytes: Uint8Array, seed: number): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let at = 0;
  let hash = (seed + E32) | 0;
  if (length >= 16) {
    const lanes = [seed + A32 + B32, seed + B32, seed, seed - A32].map((lane) => lane | 0);
    for (; at + 16 <= length; at += 16) {
      for (const [i, lane] of lanes.entries()) {
        const input = Math.imul(view.getUint32(at + i * 4, true), B32);
        lanes[i] = Math.imul(rotate32((lane + input) | 0, 13), A32);
      }
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = lanes;
    hash = (rotate32(first, 1) + rotate32(second, 7) + rotate32(third, 12) + rotate32(fourth, 18)) | 0;
  }
  hash = (hash + length) | 0;
  for (; at + 4 <= length; at += 4) {
    hash = Math.imul(rotate32((hash + Math.imul(view.getUint32(at, true), C32)) | 0, 17), D32);
  }
  for (; at < length; at++) {
    hash = Math.imul(rotate32((hash + Math.imul(view.getUint8(at), E32)) | 0, 11), A32);
  }
  hash = Math.imul(hash ^ (hash >>> 15), B32);
  hash = Math.imul(hash ^ (hash >>> 13), C32);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rotate32(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
