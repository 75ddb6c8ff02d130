import type { ReplyWriter } from "../exchange.js";
import type { UwsResponse } from "./types.js";

/** What a writer tells its exchange. */
export interface WriterOwner {
  readonly aborted: boolean;
  /** Whether the client has not taken all that was written. */
  full: boolean;
  /** Whether the reply was handed over completely, and the client has not taken all of it. */
  sending: boolean;
  /** Something is on its way to the client, or was taken by it. */
  active(): void;
  /** The reply is about to be complete: the last moment for anything that needs the response. */
  ending(): void;
  /** The reply is complete; the response must not be touched again. */
  finish(): void;
  /** Ends the connection of a reply that cannot be completed. */
  close(): void;
}

/** Writes status and fields; called once, in the cork of the first piece. */
export type WriteHead = () => void;

/**
 * What is gathered for one write to the socket, in bytes: with the head it fits into the engine's cork buffer of
 * 16 KiB. Nothing larger is given to it: where the buffer has to leave first, and the socket is full to the last
 * byte (a unix socket mostly is), the engine drops what should have followed.
 */
const GATHERED = 15 * 1024;
const gathered = Buffer.alloc(GATHERED);

/** Bytes of a UTF-16 code unit in UTF-8. */
const UTF8_MOST = 3;

/** Bytes that wait for `flush` at most. */
const WAITING_LIMIT = 256 * 1024;

/**
 * A reply in chunks (RFC 9112 section 7.1). Pieces are gathered until `flush`, `end` or a full buffer: each
 * cork of the engine is a write to the socket. The engine queues what the client does not take.
 */
export class ChunkedWriter implements ReplyWriter {
  private readonly response: UwsResponse;
  private readonly owner: WriterOwner;
  private readonly closeAfter: boolean;
  private head: WriteHead | null;
  private waiting: (string | Uint8Array)[] = [];
  private waitingBytes = 0;
  private ending = false;
  private ended = false;
  private awaitsDrain = false;
  private drain: (() => void) | null = null;

  constructor(response: UwsResponse, owner: WriterOwner, head: WriteHead, closeAfter: boolean) {
    this.response = response;
    this.owner = owner;
    this.head = head;
    this.closeAfter = closeAfter;
  }

  write(piece: string | Uint8Array): boolean {
    // An empty chunk would end the reply.
    if (this.ending || this.ended || this.owner.aborted || piece.length === 0) return true;
    if (typeof piece !== "string") {
      // The caller may use a view again.
      this.keep(Uint8Array.from(piece));
    } else if (piece.length * UTF8_MOST > GATHERED) this.keep(Buffer.from(piece));
    else this.waiting.push(piece);
    this.waitingBytes += piece.length;
    if (this.waitingBytes >= WAITING_LIMIT) this.flush();
    return !this.owner.full;
  }

  flush(): void {
    if (this.ended || this.owner.aborted || (this.waiting.length === 0 && this.head === null)) return;
    this.writeWaiting(false);
  }

  private keep(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += GATHERED) this.waiting.push(bytes.subarray(at, at + GATHERED));
  }

  /** Writes what waits, and the end behind it unless the client is behind. */
  private writeWaiting(ends: boolean): void {
    const pieces = this.waiting;
    this.waiting = [];
    this.waitingBytes = 0;
    let at = 0;
    do {
      this.response.cork(() => {
        const { head } = this;
        this.head = null;
        head?.();
        if (at < pieces.length) at = this.writeSome(pieces, at);
        if (ends && at === pieces.length && !this.owner.full) this.writeEnd();
      });
    } while (at < pieces.length && !this.owner.aborted);
    this.owner.active();
  }

  /** Writes the pieces from `at` on that fit into one cork, as one chunk; returns where it stopped. */
  private writeSome(pieces: readonly (string | Uint8Array)[], at: number): number {
    const first = pieces[at];
    if (typeof first === "object" && first.length === GATHERED) {
      this.writeChunk(first);
      return at + 1;
    }
    let filled = 0;
    for (; at < pieces.length; at++) {
      const piece = pieces[at] ?? "";
      const most = typeof piece === "string" ? piece.length * UTF8_MOST : piece.length;
      if (filled + most > GATHERED) break;
      if (typeof piece === "string") {
        filled += gathered.write(piece, filled);
      } else {
        gathered.set(piece, filled);
        filled += piece.length;
      }
    }
    this.writeChunk(gathered.subarray(0, filled));
    return at;
  }

  private writeChunk(bytes: Uint8Array): void {
    if (this.response.write(bytes)) return;
    this.owner.full = true;
    this.awaitDrain();
  }

  private writeEnd(): void {
    this.ended = true;
    this.owner.ending();
    if (this.closeAfter) this.response.end("", true);
    else this.response.end();
  }

  onDrain(listener: () => void): void {
    this.drain = listener;
  }

  // A reply that the engine still holds would be lost if the connections were closed: it ends when it has left.
  end(): void {
    if (this.ending || this.ended || this.owner.aborted) return;
    this.ending = true;
    if (this.owner.full) this.owner.sending = true;
    else this.complete();
  }

  private awaitDrain(): void {
    if (this.awaitsDrain) return;
    this.awaitsDrain = true;
    this.response.onWritable(() => {
      if (this.ended) return true;
      this.owner.full = false;
      this.owner.active();
      if (this.ending) this.complete();
      else this.drain?.();
      return true;
    });
  }

  private complete(): void {
    this.writeWaiting(true);
    if (this.ended) this.owner.finish();
  }
}

/**
 * A reply whose length was announced. Nothing is queued in the engine: what the client did not take is kept
 * here, as the caller's own bytes, until the socket is writable.
 */
export class SizedWriter implements ReplyWriter {
  private readonly response: UwsResponse;
  private readonly owner: WriterOwner;
  private readonly length: number;
  private head: WriteHead | null;
  private offset = 0;
  private rest: Uint8Array | null = null;
  private ending = false;
  private ended = false;
  private drain: (() => void) | null = null;

  constructor(response: UwsResponse, owner: WriterOwner, head: WriteHead, length: number) {
    this.response = response;
    this.owner = owner;
    this.head = head;
    this.length = length;
    response.onWritable((offset) => this.resumeAt(offset));
  }

  write(piece: string | Uint8Array): boolean {
    if (this.ended || this.ending || this.owner.aborted) return true;
    let bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    // More than was announced cannot be framed: the surplus is dropped, as node:http's strict mode would refuse it.
    const room = this.length - this.offset - (this.rest?.byteLength ?? 0);
    if (bytes.byteLength > room) bytes = bytes.subarray(0, room);
    if (bytes.byteLength === 0) return this.rest === null;
    if (this.rest !== null) {
      this.rest = Buffer.concat([this.rest, bytes]);
      return false;
    }
    this.response.cork(() => this.send(bytes));
    return this.rest === null;
  }

  flush(): void {
    if (this.ended || this.owner.aborted || this.head === null) return;
    this.response.cork(() => this.writeHead());
  }

  onDrain(listener: () => void): void {
    this.drain = listener;
  }

  end(): void {
    if (this.ended || this.owner.aborted) return;
    this.ending = true;
    if (this.rest !== null) {
      this.owner.sending = true;
      return;
    }
    // The engine completes a reply by its bytes: one that falls short can only be cut off.
    if (this.length > 0) this.owner.close();
    else {
      this.response.cork(() => {
        this.writeHead();
        this.owner.ending();
        this.response.end();
      });
    }
    this.complete();
  }

  private writeHead(): void {
    const { head } = this;
    this.head = null;
    head?.();
  }

  private send(bytes: Uint8Array): boolean {
    this.writeHead();
    if (this.offset + bytes.byteLength >= this.length) this.owner.ending();
    const [sent, done] = this.response.tryEnd(bytes, this.length);
    if (done) {
      this.offset = this.length;
      this.rest = null;
      this.complete();
      return true;
    }
    const offset = this.response.getWriteOffset();
    const taken = offset - this.offset;
    this.offset = offset;
    this.rest = sent || taken >= bytes.byteLength ? null : bytes.subarray(taken);
    this.owner.full = this.rest !== null;
    if (taken > 0) this.owner.active();
    return this.rest === null;
  }

  private resumeAt(offset: number): boolean {
    if (this.ended) return true;
    if (this.rest !== null) {
      const skip = offset - this.offset;
      this.offset = offset;
      if (!this.send(skip > 0 ? this.rest.subarray(skip) : this.rest)) return false;
    }
    if (this.ended) return true;
    if (this.ending) this.end();
    else this.drain?.();
    return true;
  }

  private complete(): void {
    if (this.ended) return;
    this.ended = true;
    this.owner.finish();
  }
}
