const MASK = 0xffff_ffff_ffff_ffffn;
const SECRET = [
  0xa076_1d64_78bd_642fn,
  0xe703_7ed1_a0b4_28dbn,
  0x8ebc_6af0_9c88_c6e3n,
  0x5899_65cc_7537_4cc3n,
] as const;
/** Bytes of three lanes. */
const BLOCK = 48;

/** Wyhash, final version 4, as Zig's standard library has it. */
export function wyhash(bytes: Uint8Array, seed: bigint): bigint {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const read8 = (at: number): bigint => view.getBigUint64(at, true);
  const read4 = (at: number): bigint => BigInt(view.getUint32(at, true));
  let state = seed ^ mix(seed ^ SECRET[0], SECRET[1]);
  let a = 0n;
  let b = 0n;
  if (length > 16) {
    let at = 0;
    if (length >= BLOCK) {
      let second = state;
      let third = state;
      for (; at + BLOCK < length; at += BLOCK) {
        state = mix(read8(at) ^ SECRET[1], read8(at + 8) ^ state);
        second = mix(read8(at + 16) ^ SECRET[2], read8(at + 24) ^ second);
        third = mix(read8(at + 32) ^ SECRET[3], read8(at + 40) ^ third);
      }
      state ^= second ^ third;
    }
    for (; at + 16 < length; at += 16) state = mix(read8(at) ^ SECRET[1], read8(at + 8) ^ state);
    a = read8(length - 16);
    b = read8(length - 8);
  } else if (length >= 4) {
    const quarter = (length >> 3) << 2;
    a = (read4(0) << 32n) | read4(quarter);
    b = (read4(length - 4) << 32n) | read4(length - 4 - quarter);
  } else if (length > 0) {
    a = BigInt((view.getUint8(0) << 16) | (view.getUint8(length >> 1) << 8) | view.getUint8(length - 1));
  }
  const product = (a ^ SECRET[1]) * (b ^ state);
  return mix((product & MASK) ^ SECRET[0] ^ BigInt(length), (product >> 64n) ^ SECRET[1]);
}

/** Both halves of the product of 128 bits. */
function mix(a: bigint, b: bigint): bigint {
  const product = a * b;
  return (product & MASK) ^ (product >> 64n);
}
