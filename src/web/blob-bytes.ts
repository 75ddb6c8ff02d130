/** What a reader of Node.js gives: 0 at the end, 1 for bytes, negative for a failure. */
type PullCallback = (status: number, bytes?: ArrayBuffer) => void;

interface BlobReader {
  pull(callback: PullCallback): void;
}

/**
 * The bytes of a Blob that is held in memory, at once: Bun sends a Blob synchronously, in order with all else.
 * Node.js has no public call for it; null where its own way is not found, and for files.
 */
export function blobBytes(blob: Blob): Uint8Array | null {
  if (blob.size === 0) return new Uint8Array(0);
  const reader = readerOf(blob);
  if (reader === null) return null;
  const pull = new Pull();
  while (pull.next(reader));
  const whole = Buffer.concat(pull.pieces);
  return pull.ended && whole.length === blob.size ? whole : null;
}

/** Takes piece after piece, as long as each comes at once. */
class Pull {
  readonly pieces: Uint8Array[] = [];
  ended = false;
  private came = false;

  /** @returns whether there may be more */
  next(reader: BlobReader): boolean {
    this.came = false;
    reader.pull((status, bytes) => {
      if (status === 0) this.ended = true;
      if (status <= 0) return;
      this.came = true;
      if (bytes !== undefined) this.pieces.push(new Uint8Array(bytes));
    });
    return this.came && !this.ended;
  }
}

function readerOf(blob: Blob): BlobReader | null {
  for (const symbol of Object.getOwnPropertySymbols(blob)) {
    if (symbol.description !== "kHandle") continue;
    const handle: unknown = Reflect.get(blob, symbol);
    if (typeof handle !== "object" || handle === null) return null;
    const getReader: unknown = Reflect.get(handle, "getReader");
    if (typeof getReader !== "function") return null;
    const reader: unknown = Reflect.apply(getReader, handle, []);
    return isReader(reader) ? reader : null;
  }
  return null;
}

function isReader(value: unknown): value is BlobReader {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "pull") === "function";
}
