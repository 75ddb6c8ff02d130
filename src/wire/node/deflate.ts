import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import type { DeflateTerms } from "../deflate-offer.js";

/** What a sender leaves off, RFC 7692 section 7.2.1. */
const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** One byte: an empty block that is not the last one. */
const EMPTY_MESSAGE = Buffer.from([0x00]);

const EMPTY = Buffer.alloc(0);

/** Why content cannot be inflated. */
export type InflateFault = "too big" | "invalid";

/**
 * Compresses and inflates the messages of one socket. The context that goes from message to message is no
 * stream but the end of what went before, given to zlib as its dictionary: nothing has to be waited for.
 */
export class MessageDeflate {
  private readonly terms: DeflateTerms;
  private sentBefore: Buffer = EMPTY;
  private receivedBefore: Buffer = EMPTY;

  constructor(terms: DeflateTerms) {
    this.terms = terms;
  }

  /** The compressed form depends on this socket's earlier messages. */
  get keepsContext(): boolean {
    return this.terms.serverKeepsContext;
  }

  deflate(content: Buffer): Buffer {
    const { serverWindowBits: windowBits, serverKeepsContext } = this.terms;
    const compressed = deflateRawSync(content, {
      windowBits,
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(this.sentBefore.length > 0 && { dictionary: this.sentBefore }),
    });
    if (serverKeepsContext) this.sentBefore = lastBytes(this.sentBefore, content, windowBits);
    return compressed.length <= TAIL.length
      ? EMPTY_MESSAGE
      : compressed.subarray(0, compressed.length - TAIL.length);
  }

  /** @param limit bytes of the inflated content; no more is inflated */
  inflate(content: Buffer, limit: number): Buffer | InflateFault {
    const { clientWindowBits, clientKeepsContext } = this.terms;
    let inflated: Buffer;
    try {
      inflated = inflateRawSync(Buffer.concat([content, TAIL]), {
        // A window that is larger than the sender's does no harm.
        windowBits: 15,
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: Math.max(1, limit),
        ...(this.receivedBefore.length > 0 && { dictionary: this.receivedBefore }),
      });
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      return code === "ERR_BUFFER_TOO_LARGE" ? "too big" : "invalid";
    }
    if (inflated.length > limit) return "too big";
    if (clientKeepsContext) this.receivedBefore = lastBytes(this.receivedBefore, inflated, clientWindowBits);
    return inflated;
  }
}

function lastBytes(before: Buffer, added: Buffer, bits: number): Buffer {
  const size = 2 ** bits;
  if (added.length >= size) return Buffer.from(added.subarray(added.length - size));
  const kept = before.subarray(Math.max(0, before.length + added.length - size));
  return Buffer.concat([kept, added]);
}
