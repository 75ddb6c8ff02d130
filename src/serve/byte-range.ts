/** A part of a representation: first byte, and the byte after the last one. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The largest position that Bun reads; anything larger makes the field invalid. */
const POSITION_MAX = 2n ** 64n;

/**
 * Reads a `Range` field (RFC 9110 section 14.2) for content of `size` bytes.
 * @returns null where the whole content is the answer (no such unit, several ranges, nonsense);
 * `"unsatisfiable"` for a range that lies outside
 */
export function readRange(field: string, size: number): ByteRange | "unsatisfiable" | null {
  const found = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(field);
  if (found === null) return null;
  const [, first = "", last = ""] = found;
  if (!inBounds(first) || !inBounds(last)) return null;
  if (first === "") return last === "" ? null : suffix(Number(last), size);
  const start = Number(first);
  if (start >= size) return "unsatisfiable";
  if (last !== "" && Number(last) < start) return null;
  return { start, end: last === "" ? size : Math.min(Number(last) + 1, size) };
}

function suffix(length: number, size: number): ByteRange | "unsatisfiable" | null {
  if (length === 0) return "unsatisfiable";
  return size === 0 ? null : { start: Math.max(0, size - length), end: size };
}

function inBounds(digits: string): boolean {
  return digits.length < 20 || BigInt(digits) < POSITION_MAX;
}

/** `Content-Range` of a part (RFC 9110 section 14.4); `*` for a size that is not told. */
export function contentRange({ start, end }: ByteRange, size: number | "*"): string {
  return `bytes ${start}-${Math.max(start, end - 1)}/${size}`;
}
