import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import type { Exchange, HeaderList, ReplyWriter } from "../wire/exchange.js";
import type { ByteRange } from "./byte-range.js";
import { givePiece, PIECE, takePiece } from "./piece-memory.js";

// Files are read on the spot, as Bun and most servers do: a piece of a file that is in memory costs some ten
// microseconds, and by way of the thread pool a multiple of that. What is sent soon is read ahead by the kernel.

/** Up to this many bytes a reply is sent in one go. */
const AT_ONCE = PIECE;
/** Pieces that one reply may take before all others have their turn. */
const PIECES_PER_TURN = 4;
/** From this many bytes on memory is used again, see {@link takePiece}. */
const WORTH_KEEPING = 16 * 1024;

// Opening a named pipe would wait for somebody to write into it.
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** A file opened for one reply; opened once, looked at once. */
export class OpenFile {
  readonly fd: number;
  readonly stats: Stats;
  private readonly owned: boolean;
  private modified: string | null = null;

  private constructor(fd: number, stats: Stats, owned: boolean) {
    this.fd = fd;
    this.stats = stats;
    this.owned = owned;
  }

  /** @throws the system's error */
  static path(path: string, flags = 0): OpenFile {
    const fd = openSync(path, FLAGS | flags);
    try {
      return new OpenFile(fd, fstatSync(fd), true);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  /** A descriptor that stays its owner's to close. */
  static descriptor(fd: number): OpenFile {
    return new OpenFile(fd, fstatSync(fd), false);
  }

  /** The `Last-Modified` field. */
  get lastModified(): string {
    return (this.modified ??= this.stats.mtime.toUTCString());
  }

  close(): void {
    if (this.owned) closeSync(this.fd);
  }
}

/**
 * Sends a part of an open file, and closes it. Memory and work are bounded by one piece, however large the
 * file and slow the client.
 * @param done called once when nothing more happens: sent, or the client left
 */
export function sendRange(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  file: OpenFile,
  range: ByteRange,
  done: () => void,
): void {
  const length = range.end - range.start;
  if (exchange.method === "HEAD" || status === 204 || status === 304) {
    file.close();
    exchange.replyHead(status, fields, length);
    done();
  } else if (status === 205) {
    // RFC 9110 section 15.3.6.
    file.close();
    exchange.reply(status, fields, null);
    done();
  } else if (length <= AT_ONCE) {
    sendAtOnce(exchange, status, fields, file, range);
    done();
  } else {
    exchange.detach();
    new Copy(exchange, file, range, exchange.stream(status, fields, length), done).run();
  }
}

function sendAtOnce(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  file: OpenFile,
  { start, end }: ByteRange,
): void {
  const length = end - start;
  if (length < WORTH_KEEPING || !exchange.freesBytes) {
    const content = Buffer.allocUnsafe(length);
    // Where it is shorter than a moment ago, what is there now is the answer.
    exchange.reply(status, fields, readFully(file, content, start));
    return;
  }
  const piece = takePiece();
  const content = readFully(file, piece.subarray(0, length), start);
  const writer = exchange.stream(status, fields, content.length);
  if (writer.write(content)) givePiece(piece);
  writer.end();
}

/** Reads up to the end of the file, and closes it. */
function readFully(file: OpenFile, into: Buffer, start: number): Uint8Array {
  let filled = 0;
  try {
    while (filled < into.length) {
      const count = readSync(file.fd, into, filled, into.length - filled, start + filled);
      if (count === 0) break;
      filled += count;
    }
  } finally {
    file.close();
  }
  return filled === into.length ? into : into.subarray(0, filled);
}

/** A file on its way to a client, piece after piece. */
class Copy {
  private readonly exchange: Exchange;
  private readonly file: OpenFile;
  private readonly writer: ReplyWriter;
  private readonly done: () => void;
  private readonly end: number;
  private position: number;
  /** Memory that the writer has no use for, if there is any. */
  private spare: Buffer | null = null;
  private over = false;

  constructor(exchange: Exchange, file: OpenFile, range: ByteRange, writer: ReplyWriter, done: () => void) {
    this.exchange = exchange;
    this.file = file;
    this.writer = writer;
    this.done = done;
    this.position = range.start;
    this.end = range.end;
    writer.onDrain(() => this.run());
    exchange.onAbort(() => this.finish());
  }

  /** Reads and sends until the client takes no more, or others had to wait long enough. */
  run(): void {
    for (let pieces = 0; !this.over; pieces++) {
      if (pieces === PIECES_PER_TURN) {
        setImmediate(() => this.run());
        return;
      }
      if (!this.sendPiece()) return;
    }
  }

  /** @returns whether to go on */
  private sendPiece(): boolean {
    const piece = this.read();
    if (piece === null) {
      this.finish();
      return false;
    }
    this.position += piece.length;
    const taken = this.writer.write(piece);
    if (this.position < this.end) return taken;
    // What the writer still has it sends by itself.
    if (!taken) this.spare = null;
    this.finish();
    return false;
  }

  /** The next piece; null where the file was cut short: what was announced cannot be kept. */
  private read(): Uint8Array | null {
    const { freesBytes } = this.exchange;
    const length = Math.min(PIECE, this.end - this.position);
    const piece = freesBytes ? (this.spare ?? takePiece()) : Buffer.allocUnsafeSlow(length);
    if (freesBytes) this.spare = piece;
    let count = 0;
    try {
      count = readSync(this.file.fd, piece, 0, length, this.position);
    } catch {
      // The disk fails: the client must notice.
    }
    return count === 0 ? null : piece.subarray(0, count);
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.file.close();
    this.writer.end();
    if (this.spare !== null && !this.exchange.aborted) givePiece(this.spare);
    this.spare = null;
    this.done();
  }
}
