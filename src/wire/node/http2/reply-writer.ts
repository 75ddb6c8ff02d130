import type { ServerHttp2Stream } from "node:http2";
import type { ReplyWriter } from "../../exchange.js";
import type { WriterOwner } from "../reply-writer.js";

/** A reply in pieces on a stream of HTTP/2: the protocol frames them, and holds back what the client has no room for. */
export class Http2ReplyWriter implements ReplyWriter {
  private readonly stream: ServerHttp2Stream;
  private readonly owner: WriterOwner;
  /** Bytes still owed of a declared length; infinite where none was. */
  private owed: number;
  private drain: (() => void) | null = null;

  constructor(stream: ServerHttp2Stream, owner: WriterOwner, length: number) {
    this.stream = stream;
    this.owner = owner;
    this.owed = length < 0 ? Number.POSITIVE_INFINITY : length;
  }

  write(piece: string | Uint8Array): boolean {
    if (this.owner.over) return true;
    let bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    if (bytes.byteLength > this.owed) bytes = bytes.subarray(0, this.owed);
    if (bytes.byteLength === 0) return !this.stream.writableNeedDrain;
    // node keeps it until it is on its way, and the caller may use it again before.
    if (this.owed === Number.POSITIVE_INFINITY && typeof piece !== "string") bytes = Uint8Array.from(bytes);
    this.owed -= bytes.byteLength;
    this.owner.active();
    return this.stream.write(bytes);
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
