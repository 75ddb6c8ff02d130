/** Bytes of a piece. */
export const PIECE = 256 * 1024;

/** Pieces kept for the next reply; what is more goes to the garbage collector. */
const KEPT_MAX = 8;
const kept: Buffer[] = [];

/**
 * Memory for a piece of a file: used again where the wire allows it, for fresh memory costs more than reading
 * into it does (the system clears each page).
 */
export function takePiece(): Buffer {
  return kept.pop() ?? Buffer.allocUnsafeSlow(PIECE);
}

/** Gives memory back that nobody reads any more. */
export function givePiece(piece: Buffer): void {
  if (kept.length < KEPT_MAX) kept.push(piece);
}
