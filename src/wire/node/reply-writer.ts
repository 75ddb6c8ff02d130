import type { Writable } from "node:stream";
import type { ReplyWriter } from "../exchange.js";

/** Bytes that may wait for the client: node counts those that have just left, too. */
const FULL = 256 * 1024;

/** What a writer tells its exchange. */
export interface WriterOwner {
  /** The client left, or the reply is complete: nothing can be written any more. */
  readonly over: boolean;
  /** Something is on its way to the client. */
  active(): void;
  /** The reply was handed over completely. */
  finished(): void;
  /** Ends the connection of a reply that falls short of its length. */
  close(): void;
}

/** A reply in pieces: chunks, a declared length, up to the end of the connection, or a stream of HTTP/2. */
export class NodeReplyWriter implements ReplyWriter {
  private readonly stream: Writable;
  private readonly owner: WriterOwner;
  /** Bytes still owed of a declared length; infinite where none was. */
  private owed: number;
  private drain: (() => void) | null = null;

  constructor(stream: Writable, owner: WriterOwner, length: number) {
    this.stream = stream;
    this.owner = owner;
    this.owed = length < 0 ? Number.POSITIVE_INFINITY : length;
  }

  write(piece: string | Uint8Array): boolean {
    if (this.owner.over) return true;
    let bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    // More than was announced would be read as the next reply.
    if (bytes.byteLength > this.owed) bytes = bytes.subarray(0, this.owed);
    if (bytes.byteLength === 0) return !this.stream.writableNeedDrain || this.stream.writableLength < FULL;
    // node keeps it until it is on its way, and the caller may use it again before.
    if (this.owed === Number.POSITIVE_INFINITY && typeof piece !== "string") bytes = Uint8Array.from(bytes);
    this.owed -= bytes.byteLength;
    this.owner.active();
    return this.stream.write(bytes) || this.stream.writableLength < FULL;
  }

  // node holds pieces back only until the current tick is over.
  flush(): void {}

  onDrain(listener: () => void): void {
    if (this.drain === null) {
      this.stream.on("drain", () => {
        if (this.owner.over) return;
        this.owner.active();
        this.drain?.();
      });
    }
    this.drain = listener;
  }

  end(): void {
    if (this.owner.over) return;
    if (this.owed > 0 && this.owed !== Number.POSITIVE_INFINITY) {
      this.owner.close();
      return;
    }
    this.stream.end();
    this.owner.finished();
  }
}
