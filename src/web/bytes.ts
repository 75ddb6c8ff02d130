export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8. */
export function encodeText(text: string): Bytes {
  return encoder.encode(text);
}

/** UTF-8; a byte order mark is no part of the text. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** The pieces in one array; a single piece is not copied. */
export function joined(pieces: readonly Bytes[], length: number): Bytes {
  const first = pieces[0];
  if (first !== undefined && pieces.length === 1) return first;
  const all = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

/** The bytes that a piece of a stream stands for; null where it stands for none. */
export function pieceBytes(piece: unknown): Bytes | null {
  if (typeof piece === "string") return encoder.encode(piece);
  if (piece instanceof Uint8Array && piece.buffer instanceof ArrayBuffer) {
    return new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
  }
  if (ArrayBuffer.isView(piece)) {
    return Uint8Array.from(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  if (piece instanceof ArrayBuffer) return new Uint8Array(piece);
  return null;
}

/** The bytes of a buffer or view, where they are. Memory that was given away has none, and no view of it can be made. */
export function bytesIn(memory: ArrayBufferLike | ArrayBufferView): Uint8Array {
  const view = ArrayBuffer.isView(memory);
  const buffer = view ? memory.buffer : memory;
  if (buffer.byteLength === 0) return new Uint8Array(0);
  return view ? new Uint8Array(buffer, memory.byteOffset, memory.byteLength) : new Uint8Array(buffer);
}
