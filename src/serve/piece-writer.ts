import { typeError } from "../web/errors.js";
import type { Exchange, HeaderList, ReplyWriter } from "../wire/exchange.js";

/** Pieces that together are smaller wait for each other, up to the end of the turn, as in Bun. */
const SMALL = 256;

/** How much a source may write before everybody else gets a turn: bytes, and pieces. */
const TURN_BYTES = 256 * 1024;
const TURN_PIECES = 1024;

/**
 * A reply that comes in pieces. It goes out whole, with its length, when it ends before a first piece had to
 * be sent; else in chunks.
 */
export class PieceWriter {
  private readonly exchange: Exchange;
  private readonly status: number;
  private readonly fields: HeaderList;
  /** Null until a piece has to leave. */
  private writer: ReplyWriter | null = null;
  private held: (string | Uint8Array)[] = [];
  private heldBytes = 0;
  private scheduled = false;
  private ending = false;
  private turnBytes = 0;
  private turnPieces = 0;
  /** The wire has more than the client takes. */
  full = false;
  private wake: (() => void) | null = null;

  constructor(exchange: Exchange, status: number, fields: HeaderList) {
    this.exchange = exchange;
    this.status = status;
    this.fields = fields;
  }

  /** Nothing can be written any more. */
  get over(): boolean {
    return this.exchange.aborted || this.exchange.replied;
  }

  /** Takes a piece; views are copied where they have to wait. False: wait for {@link room} before the next. */
  write(piece: string | Uint8Array): boolean {
    if (this.over) return true;
    const length = typeof piece === "string" && piece.length < SMALL ? textSize(piece) : piece.length;
    this.turnBytes += length;
    // Those without content, too: a source that gives nothing else must leave others their turn.
    this.turnPieces++;
    if (length === 0) return this.turnPieces < TURN_PIECES;
    if (this.heldBytes + length < SMALL) {
      this.held.push(typeof piece === "string" ? piece : Uint8Array.from(piece));
      this.heldBytes += length;
      this.schedule();
    } else {
      this.send(this.heldBytes === 0 ? piece : this.takeHeld(piece));
    }
    return !this.full && this.turnBytes < TURN_BYTES && this.turnPieces < TURN_PIECES;
  }

  /** Resolves when the next piece may be written, or nothing can be written any more. */
  room(): Promise<void> {
    this.schedule();
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  /** Sends what waits; returns how many bytes waited here. */
  flush(): number {
    if (this.over) return 0;
    let bytes = 0;
    if (this.heldBytes > 0) {
      const held = this.takeHeld(null);
      bytes = Buffer.byteLength(held);
      this.send(held);
    }
    this.writer?.flush();
    return bytes;
  }

  end(): void {
    if (this.over) return;
    if (this.writer === null) {
      this.exchange.reply(this.status, this.fields, this.heldBytes === 0 ? null : this.takeHeld(null));
      return;
    }
    if (this.heldBytes > 0) this.writer.write(this.takeHeld(null));
    // With what the wire has gathered, when its engine is not in the middle of something else.
    if (this.scheduled) this.ending = true;
    else this.writer.end();
  }

  /** The client left: whoever waits for room goes on. */
  abandon(): void {
    this.held = [];
    this.heldBytes = 0;
    this.wakeUp();
  }

  private send(piece: string | Uint8Array): void {
    if (this.writer === null) {
      this.writer = this.exchange.stream(this.status, this.fields, -1);
      this.writer.onDrain(() => {
        this.full = false;
        this.wakeUp();
      });
    }
    if (!this.writer.write(piece)) this.full = true;
    this.schedule();
  }

  private takeHeld(last: string | Uint8Array | null): string | Uint8Array {
    const pieces = this.held;
    if (last !== null) pieces.push(last);
    this.held = [];
    this.heldBytes = 0;
    return pieces.every(isText) ? pieces.join("") : Buffer.concat(pieces.map(bytesOf));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(endTurn, this);
  }

  /** Called by {@link endTurn}. */
  turn(): void {
    this.scheduled = false;
    this.turnBytes = 0;
    this.turnPieces = 0;
    if (this.ending) {
      if (!this.over) this.writer?.end();
      return;
    }
    this.flush();
    if (!this.full || this.over) this.wakeUp();
  }

  private wakeUp(): void {
    const { wake } = this;
    this.wake = null;
    wake?.();
  }
}

function endTurn(writer: PieceWriter): void {
  writer.turn();
}

/** What is said of a piece that is none. */
export const NO_PIECE = "write() expects a string, ArrayBufferView, or ArrayBuffer";

/**
 * What is sent for a piece of a stream.
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for what is neither text nor bytes
 */
export function pieceOf(value: unknown): string | Uint8Array {
  if (typeof value === "string" || value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return new Uint8Array(value);
  throw typeError("ERR_INVALID_ARG_TYPE", NO_PIECE);
}

/** Bytes of a text as Bun counts them: those of latin-1, where that is enough, else of UTF-8. */
export function textSize(text: string): number {
  const bytes = Buffer.byteLength(text);
  return bytes === text.length || BEYOND_LATIN_1.test(text) ? bytes : text.length;
}

const BEYOND_LATIN_1 = /[^\0-\xff]/;

function isText(piece: string | Uint8Array): piece is string {
  return typeof piece === "string";
}

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === "string" ? Buffer.from(piece) : piece;
}
