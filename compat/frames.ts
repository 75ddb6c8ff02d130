/**
 * A WebSocket client that sends and shows single frames, right or wrong ones (RFC 6455 section 5). Runs on
 * Bun and on Node alike, and knows nothing of either's WebSocket.
 */
import type net from "node:net";
import zlib from "node:zlib";
import { connect, show, type Target } from "./client.ts";

/** The handshake to send, see {@link FrameClient.open}. */
export interface Handshake {
  /** Default: `/`. */
  path?: string;
  /** Default: `GET`. */
  method?: string;
  /** Fields beside, or instead of, those of a proper handshake; null leaves one out. */
  headers?: Record<string, string | null>;
}

/** What is odd about a frame. */
export interface FrameOptions {
  /** Default: true. */
  fin?: boolean;
  /** RSV1–3 as a number 0–7; 4 is RSV1. Default: 0. */
  rsv?: number;
  /** Default: true. */
  mask?: boolean;
  /** The length to declare. Default: that of the payload. */
  length?: number;
}

const OPCODES: Record<string, number> = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };
const NAMES = new Map(Object.entries(OPCODES).map(([name, opcode]) => [opcode, name]));

/** Milliseconds after which a connection counts as silent. */
const LIMIT = 2000;

/** The bytes of one frame of a client. */
export function frame(
  opcode: number | string,
  payload: string | Uint8Array = "",
  options: FrameOptions = {},
): Buffer {
  const data = Buffer.from(payload);
  const { fin = true, rsv = 0, mask = true, length = data.length } = options;
  const code = typeof opcode === "number" ? opcode : (OPCODES[opcode] ?? 15);
  const head: number[] = [(fin ? 0x80 : 0) | (rsv << 4) | code];
  const masked = mask ? 0x80 : 0;
  if (length < 126) head.push(masked | length);
  else if (length < 65_536) head.push(masked | 126, length >> 8, length & 255);
  else {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(length));
    head.push(masked | 127, ...bytes);
  }
  if (!mask) return Buffer.concat([Buffer.from(head), data]);
  const key = [0x12, 0x34, 0x56, 0x78];
  for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) ^ (key[i & 3] ?? 0);
  return Buffer.concat([Buffer.from([...head, ...key]), data]);
}

/** The payload of a close frame. */
export function closePayload(code: number, reason: string | Uint8Array = ""): Buffer {
  return Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]);
}

/** A payload as permessage-deflate sends it (RFC 7692 section 7.2.1). */
export function deflated(payload: string | Uint8Array): Buffer {
  const bytes = zlib.deflateRawSync(payload, { finishFlush: zlib.constants.Z_SYNC_FLUSH });
  return bytes.subarray(0, bytes.length - 4);
}

/** One connection, upgraded or not. */
export class FrameClient {
  /** The reply to the handshake, head only. */
  head = "";
  readonly #socket: net.Socket;
  #bytes: Buffer = Buffer.alloc(0);
  #end = "";
  #window: Buffer = Buffer.alloc(0);
  #wake: (() => void) | null = null;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    // Frames are sent one by one, and should arrive so.
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      this.#wake?.();
    });
    const over = (mark: string) => (): void => {
      this.#end ||= mark;
      this.#wake?.();
    };
    // How the end of a connection shows depends on what was unread: both are an end.
    socket.on("error", over("<closed>"));
    socket.on("end", over("<closed>"));
    socket.on("close", over("<closed>"));
  }

  /** Connects, sends the handshake and waits for the reply's head. */
  static async open(target: Target, handshake: Handshake = {}): Promise<FrameClient> {
    const client = new FrameClient(connect(target));
    const fields: Record<string, string | null> = {
      Host: "test",
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      ...handshake.headers,
    };
    let text = `${handshake.method ?? "GET"} ${handshake.path ?? "/"} HTTP/1.1\r\n`;
    for (const [name, value] of Object.entries(fields)) if (value !== null) text += `${name}: ${value}\r\n`;
    client.#socket.write(Buffer.from(`${text}\r\n`, "latin1"));
    client.head = await client.#readHead();
    return client;
  }

  get status(): string {
    return this.head.split("\r\n", 1)[0] ?? "";
  }

  /** The fields of the reply, in wire order, without Date. */
  get fields(): string[] {
    return this.head
      .split("\r\n")
      .slice(1)
      .filter((line) => line !== "" && !/^date:/i.test(line));
  }

  /** Sends bytes as they are. */
  write(bytes: Uint8Array): this {
    this.#socket.write(bytes);
    return this;
  }

  send(opcode: number | string, payload?: string | Uint8Array, options?: FrameOptions): this {
    return this.write(frame(opcode, payload, options));
  }

  text(text: string): this {
    return this.send("text", text);
  }

  close(code?: number, reason?: string): this {
    return this.send("close", code === undefined ? "" : closePayload(code, reason));
  }

  /** Bytes that could not be sent yet, since the server does not take them. */
  get waiting(): number {
    return this.#socket.writableLength;
  }

  /** Stops reading, so that the server sees backpressure. */
  pause(): this {
    this.#socket.pause();
    return this;
  }

  resume(): this {
    this.#socket.resume();
    return this;
  }

  /** Sends FIN. */
  end(): this {
    this.#socket.end();
    return this;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Sends RST where there is TCP below, and nothing but. */
  reset(): void {
    try {
      this.#socket.resetAndDestroy();
    } catch {
      this.#socket.destroy();
    }
  }

  /** The next frame; null at the end of the connection, or when nothing comes. */
  async frame(limit = LIMIT): Promise<{ fin: boolean; rsv: number; opcode: number; payload: Buffer } | null> {
    for (;;) {
      const found = this.#takeFrame();
      if (found !== null) return found;
      if (this.#end !== "" || !(await this.#more(limit))) return null;
    }
  }

  /** The next frame in words: `text "hi"`, `binary 0102`, `close 1000 "bye"`, `<closed>`, `<silent>`. */
  async next(limit = LIMIT): Promise<string> {
    const found = await this.frame(limit);
    if (found === null) return this.#end || "<silent>";
    const { fin, rsv, opcode } = found;
    let { payload } = found;
    let text = NAMES.get(opcode) ?? `opcode ${opcode}`;
    if (!fin) text += " (more)";
    if (rsv === 4) {
      payload = inflated(payload);
      text += " (deflated)";
    } else if (rsv !== 0) text += ` (rsv ${rsv})`;
    if (opcode === 8) {
      if (payload.length === 0) return text;
      return `${text} ${payload.readUInt16BE()} ${show(payload.toString("utf8", 2))}`;
    }
    if (opcode === 1) return `${text} ${show(payload.toString("utf8"))}`;
    if (payload.length > 64) return `${text} ${payload.length} bytes`;
    return `${text} ${payload.toString(opcode > 8 ? "latin1" : "hex")}`.trimEnd();
  }

  /**
   * The text of the next message, whose sender may compress with a memory of what it sent before. Once this is
   * used, it is to be used for all messages.
   */
  async inflatedText(): Promise<string> {
    const found = await this.frame();
    if (found === null) return this.#end || "<silent>";
    if (found.rsv !== 4) return found.payload.toString();
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
    const bytes = zlib.inflateRawSync(Buffer.concat([found.payload, Buffer.from([0, 0, 0xff, 0xff])]), {
      ...options,
      ...(this.#window.length > 0 && { dictionary: this.#window }),
    });
    this.#window = Buffer.concat([this.#window, bytes]).subarray(-32_768);
    return bytes.toString();
  }

  /** Every frame up to the end of the connection, or until none comes any more, on a line. */
  async rest(limit = LIMIT): Promise<string> {
    const all: string[] = [];
    for (;;) {
      const one = await this.next(limit);
      all.push(one);
      if (one.startsWith("<")) return all.join(" | ");
    }
  }

  /** The next `count` frames, on a line. */
  async take(count: number): Promise<string> {
    const all: string[] = [];
    while (all.length < count) {
      const one = await this.next();
      all.push(one);
      if (one.startsWith("<")) break;
    }
    return all.join(" | ");
  }

  async #readHead(): Promise<string> {
    for (;;) {
      const end = this.#bytes.indexOf("\r\n\r\n");
      if (end >= 0) {
        const head = this.#bytes.toString("latin1", 0, end + 2);
        this.#bytes = this.#bytes.subarray(end + 4);
        return head;
      }
      if (this.#end !== "" || !(await this.#more(LIMIT)))
        return this.#bytes.toString("latin1") + (this.#end || "<silent>");
    }
  }

  #takeFrame(): { fin: boolean; rsv: number; opcode: number; payload: Buffer } | null {
    const bytes = this.#bytes;
    if (bytes.length < 2) return null;
    const first = bytes[0] ?? 0;
    let length = (bytes[1] ?? 0) & 127;
    let at = 2;
    if (length === 126) {
      if (bytes.length < 4) return null;
      length = bytes.readUInt16BE(2);
      at = 4;
    } else if (length === 127) {
      if (bytes.length < 10) return null;
      length = Number(bytes.readBigUInt64BE(2));
      at = 10;
    }
    if (bytes.length < at + length) return null;
    this.#bytes = bytes.subarray(at + length);
    return {
      fin: (first & 0x80) !== 0,
      rsv: (first >> 4) & 7,
      opcode: first & 15,
      payload: bytes.subarray(at, at + length),
    };
  }

  #more(limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), limit);
      const settle = (came: boolean): void => {
        clearTimeout(timer);
        this.#wake = null;
        resolve(came);
      };
      this.#wake = () => settle(true);
    });
  }
}

function inflated(payload: Uint8Array): Buffer {
  return zlib.inflateRawSync(Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]), {
    finishFlush: zlib.constants.Z_SYNC_FLUSH,
  });
}
