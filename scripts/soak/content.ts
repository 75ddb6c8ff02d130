import { crc32 } from "node:zlib";

/** Bytes in a piece of a stream. */
export const PIECE = 16 * 1024;

const POOL = Buffer.alloc(1024 * 1024);
for (let i = 0, state = 0x2545f491; i < POOL.length; i++) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  POOL[i] = state >>> 24;
}

/** The pieces of the content that a seed and a size stand for; both ends know them. */
export function* piecesOf(seed: number, size: number): Generator<Buffer> {
  for (let at = 0, turn = 0; at < size; at += PIECE, turn++) {
    const start = (seed * 7919 + turn * 104_729) % (POOL.length - PIECE);
    yield POOL.subarray(start, start + Math.min(PIECE, size - at));
  }
}

export function contentOf(seed: number, size: number): Buffer {
  return Buffer.concat([...piecesOf(seed, size)]);
}

/** A checksum that can be taken piece by piece. */
export class Checksum {
  length = 0;
  private value = 0;

  add(bytes: Uint8Array): this {
    this.value = crc32(bytes, this.value);
    this.length += bytes.length;
    return this;
  }

  toString(): string {
    return `${this.length}:${this.value.toString(16)}`;
  }
}

export function checksumOf(seed: number, size: number): string {
  const sum = new Checksum();
  for (const piece of piecesOf(seed, size)) sum.add(piece);
  return String(sum);
}
