import { isUtf8 } from "node:buffer";
import type { MessageDeflate } from "./deflate.js";
import { BINARY, CLOSE, CONTINUATION, isCloseCode, PING, PONG, TEXT } from "./frame.js";

/** What a reader makes of the bytes of a client. Bytes that are passed on are the listener's own. */
export interface FrameListener {
  /** A string or bytes: a whole message. */
  message(message: string | Uint8Array): void;
  pingFrame(content: Uint8Array): void;
  pongFrame(content: Uint8Array): void;
  /** 1005 for a Close frame without a code. */
  closeFrame(code: number, reason: string): void;
  /** The client broke the protocol; nothing further is read. */
  fail(code: number, reason: string): void;
  /** Bytes that a message may have. */
  readonly maxPayloadLength: number;
}

const EMPTY = Buffer.alloc(0);

const TOO_BIG = "Received too big message";
const BAD_UTF8 = "Received invalid UTF-8";

/**
 * Reads frames of a client (RFC 6455 section 5). Whatever breaks the protocol is named in the words of Bun
 * 1.4.4, and as early as the bytes show it. Nothing is allocated for what a frame only announces.
 */
export class FrameReader {
  private readonly listener: FrameListener;
  private readonly deflate: MessageDeflate | null;
  private stopped = false;
  /** What came and was not read yet, from `at` on. */
  private bytes: Buffer = EMPTY;
  private at = 0;
  /** Content still to come of the frame that is being read; -1 between frames. */
  private remaining = -1;
  private opcode = 0;
  private final = false;
  private readonly key = new Uint8Array(4);
  private pieces: Buffer[] = [];
  private pieceBytes = 0;

  /** The opcode of the message that is being read; 0: none. */
  private messageOpcode = 0;
  private messageCompressed = false;
  private fragments: Buffer[] = [];
  private fragmentBytes = 0;

  constructor(listener: FrameListener, deflate: MessageDeflate | null) {
    this.listener = listener;
    this.deflate = deflate;
  }

  /** Takes bytes as they come; what they say is told by {@link next}. */
  push(chunk: Buffer): void {
    if (this.stopped) return;
    this.bytes = this.at === this.bytes.length ? chunk : Buffer.concat([this.bytes.subarray(this.at), chunk]);
    this.at = 0;
  }

  /**
   * Reads on until a frame has ended.
   * @returns whether there may be another one
   */
  next(): boolean {
    while (!this.stopped) {
      if (this.remaining < 0) {
        const head = this.readHead(this.bytes, this.at);
        if (head === 0) return false;
        this.at += head;
      } else {
        const taken = Math.min(this.remaining, this.bytes.length - this.at);
        if (taken > 0) this.addPiece(this.bytes, this.at, taken);
        this.at += taken;
        if (this.remaining > 0) return false;
        this.remaining = -1;
        this.endFrame(this.takePieces());
        return this.at < this.bytes.length;
      }
    }
    return false;
  }

  /** Reads no further, whatever comes. */
  stop(): void {
    this.stopped = true;
    this.pieces = [];
    this.fragments = [];
    this.bytes = EMPTY;
    this.at = 0;
  }

  /** @returns the length of the head; 0 while bytes are missing */
  private readHead(bytes: Buffer, at: number): number {
    if (bytes.length - at < 2) return 0;
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const opcode = first & 15;
    const short = second & 127;
    const final = (first & 0x80) !== 0;
    const fault = this.headFault(first, second, opcode, short, final);
    if (fault !== null) {
      this.fail(1002, fault);
      return 0;
    }
    const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (bytes.length - at < 2 + extended) return 0;
    let length = short;
    if (extended === 2) length = bytes.readUInt16BE(at + 2);
    else if (extended === 8) length = bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
    if (opcode < CLOSE && this.fragmentBytes + length > this.listener.maxPayloadLength) {
      this.fail(1009, TOO_BIG);
      return 0;
    }
    const size = 2 + extended + 4;
    if (bytes.length - at < size) return 0;
    this.key.set(bytes.subarray(at + size - 4, at + size));
    this.opcode = opcode;
    this.final = final;
    this.remaining = length;
    if (opcode === TEXT || opcode === BINARY) {
      this.messageOpcode = opcode;
      this.messageCompressed = (first & 0x40) !== 0;
    }
    return size;
  }

  private headFault(
    first: number,
    second: number,
    opcode: number,
    short: number,
    final: boolean,
  ): string | null {
    if ((second & 0x80) === 0) return "Received an incorrectly masked frame";
    if ((first & 0x40) !== 0 && (this.deflate === null || (opcode !== TEXT && opcode !== BINARY)))
      return "Received unexpected RSV1 bit";
    if ((first & 0x30) !== 0) return "Received unexpected RSV2 or RSV3 bit";
    if ((opcode > BINARY && opcode < CLOSE) || opcode > PONG) return "Received invalid opcode";
    if (opcode >= CLOSE) {
      if (!final) return "Received fragmented control frame";
      return short > 125 ? "Received too big control frame" : null;
    }
    if (opcode === CONTINUATION)
      return this.messageOpcode === 0 ? "Received continuation frame outside a fragmented message" : null;
    return this.messageOpcode === 0 ? null : "Received new message inside a fragmented message";
  }

  private addPiece(bytes: Buffer, at: number, length: number): void {
    const piece = Buffer.allocUnsafeSlow(length);
    const { key } = this;
    const offset = this.pieceBytes;
    for (let i = 0; i < length; i++) piece[i] = (bytes[at + i] ?? 0) ^ (key[(offset + i) & 3] ?? 0);
    this.pieces.push(piece);
    this.pieceBytes += length;
    this.remaining -= length;
  }

  private takePieces(): Buffer {
    const content = joined(this.pieces, this.pieceBytes);
    this.pieces = [];
    this.pieceBytes = 0;
    return content;
  }

  private endFrame(content: Buffer): void {
    switch (this.opcode) {
      case CLOSE:
        this.endClose(content);
        return;
      case PING:
        this.listener.pingFrame(content);
        return;
      case PONG:
        this.listener.pongFrame(content);
        return;
    }
    this.fragments.push(content);
    this.fragmentBytes += content.length;
    if (!this.final) return;
    const whole = joined(this.fragments, this.fragmentBytes);
    const opcode = this.messageOpcode;
    this.fragments = [];
    this.fragmentBytes = 0;
    this.messageOpcode = 0;
    if (this.messageCompressed && this.deflate !== null) {
      const inflated = this.deflate.inflate(whole, this.listener.maxPayloadLength);
      if (inflated === "too big") this.fail(1009, TOO_BIG);
      else if (inflated === "invalid") this.fail(1007, "Received invalid compressed data");
      else this.endMessage(opcode, inflated);
    } else {
      this.endMessage(opcode, whole);
    }
  }

  private endMessage(opcode: number, content: Buffer): void {
    if (opcode === BINARY) {
      // What zlib gives may be a part of a larger block of memory.
      const own = content.byteLength === content.buffer.byteLength ? content : new Uint8Array(content);
      this.listener.message(own);
    } else if (isUtf8(content)) {
      this.listener.message(content.toString("utf8"));
    } else {
      this.fail(1007, BAD_UTF8);
    }
  }

  private endClose(content: Buffer): void {
    if (content.length === 0) {
      this.listener.closeFrame(1005, "");
      return;
    }
    if (content.length === 1) {
      this.fail(1002, "Received invalid close payload");
      return;
    }
    const code = content.readUInt16BE(0);
    const reason = content.subarray(2);
    if (!isCloseCode(code)) this.fail(1002, "Received invalid close code");
    else if (!isUtf8(reason)) this.fail(1007, BAD_UTF8);
    else this.listener.closeFrame(code, reason.toString("utf8"));
  }

  private fail(code: number, reason: string): void {
    this.stop();
    this.listener.fail(code, reason);
  }
}

function joined(pieces: readonly Buffer[], length: number): Buffer {
  const [only] = pieces;
  if (only === undefined) return Buffer.allocUnsafeSlow(0);
  if (pieces.length === 1) return only;
  const whole = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
