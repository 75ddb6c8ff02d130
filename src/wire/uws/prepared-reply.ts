import type { HeaderList, PreparedReply, WholeContent } from "../exchange.js";
import { statusLine } from "../status-line.js";
import { type FieldBlock, fieldBlock } from "./reply-fields.js";

/** A reply encoded once: each request costs three engine calls and no JavaScript work. */
export class UwsPreparedReply implements PreparedReply {
  readonly status: number;
  readonly headers: HeaderList;
  readonly content: WholeContent;
  /** Empty for 200, which the engine writes by itself. */
  readonly statusLine: string;
  readonly fields: FieldBlock;
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly lengthText: string;

  constructor(status: number, headers: HeaderList, content: WholeContent) {
    this.status = status;
    this.headers = headers;
    this.bytes = typeof content === "string" ? Buffer.from(content) : (content ?? new Uint8Array(0));
    this.content = this.bytes;
    this.statusLine = status === 200 ? "" : statusLine(status);
    this.fields = fieldBlock(headers);
    this.length = this.bytes.byteLength;
    this.lengthText = String(this.length);
  }
}

/** The encoded form of a prepared reply; one that another wire prepared is encoded again. */
export function encodeReply(reply: PreparedReply): UwsPreparedReply {
  return reply instanceof UwsPreparedReply
    ? reply
    : new UwsPreparedReply(reply.status, reply.headers, reply.content);
}
