/** Opcodes of frames (RFC 6455 section 5.2). */
export const CONTINUATION = 0;
export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

/** RSV1 says that a message is compressed (RFC 7692 section 6). */
export const COMPRESSED = 0x40;

const FINAL = 0x80;

/** The bytes of an unfragmented frame; `flags` is 0 or {@link COMPRESSED}. The content is copied. */
export function encodeFrame(opcode: number, content: string | Uint8Array, flags = 0): Buffer {
  const length = typeof content === "string" ? Buffer.byteLength(content) : content.length;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FINAL | flags | opcode;
  if (head === 2) {
    frame[1] = length;
  } else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
    frame.writeUInt32BE(length >>> 0, 6);
  }
  if (typeof content === "string") frame.write(content, head);
  else frame.set(content, head);
  return frame;
}

/** The content of a Close frame; 0: none. */
export function closeContent(code: number, reason: string): Buffer {
  if (code === 0) return Buffer.alloc(0);
  const content = Buffer.allocUnsafe(2 + Buffer.byteLength(reason));
  content.writeUInt16BE(code, 0);
  content.write(reason, 2);
  return content;
}

/** Codes that may be in a Close frame of a client (RFC 6455 section 7.4, IANA registry). */
export function isCloseCode(code: number): boolean {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}
