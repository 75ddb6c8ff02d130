import type net from "node:net";
import { TLSSocket } from "node:tls";
import { bytesOf } from "../file-store.js";
import { asSystemError } from "../system-error.js";
import { type HandlerSlot, readHandlers, type SocketHandlers } from "./handlers.js";

const OPEN = 1;
const CLOSED = -1;

/**
 * A connection of `Bun.listen` or `Bun.connect`, on a socket of node:net. What cannot be sent at once is kept, so
 * that `write` takes all that it is given.
 *
 * @see https://bun.com/docs/runtime/networking/tcp
 */
export class TcpSocket {
  /** The program's own. */
  data: unknown;
  readonly #socket: net.Socket;
  readonly #slot: HandlerSlot;
  #failure: unknown;

  constructor(socket: net.Socket, slot: HandlerSlot, data: unknown) {
    this.data = data;
    this.#socket = socket;
    this.#slot = slot;
    socket.on("data", (chunk: Buffer) => this.#call("data", shaped(chunk, this.#slot.handlers.binaryType)));
    socket.on("drain", () => this.#call("drain"));
    socket.on("timeout", () => this.#call("timeout"));
    socket.on("end", () => {
      if (this.#slot.handlers.end === undefined) socket.end();
      else this.#call("end");
    });
    socket.on("error", (error) => {
      this.#failure = asSystemError(error, "read");
    });
    socket.on("close", () => this.#call("close", this.#failure));
  }

  /** Tells the program that the connection is there. */
  opened(): void {
    this.#call("open");
    if (this.#socket instanceof TLSSocket) {
      this.#call("handshake", true, this.#socket.authorizationError ?? null);
    }
  }

  /** Tells the program that there is no connection. */
  failed(error: Error): void {
    this.#call("connectError", error);
  }

  get readyState(): number {
    return this.#socket.destroyed ? CLOSED : OPEN;
  }

  get bytesWritten(): number {
    return this.#socket.bytesWritten;
  }

  get localAddress(): string | undefined {
    return this.#socket.localAddress;
  }

  get localPort(): number | undefined {
    return this.#socket.localPort;
  }

  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress;
  }

  get remotePort(): number | undefined {
    return this.#socket.remotePort;
  }

  get remoteFamily(): string | undefined {
    return this.#socket.remoteFamily;
  }

  get authorized(): boolean {
    return this.#socket instanceof TLSSocket && this.#socket.authorized;
  }

  get alpnProtocol(): string | false | null {
    return this.#socket instanceof TLSSocket ? this.#socket.alpnProtocol : null;
  }

  /** @returns the number of bytes, -1 when the socket is closed */
  write(data: string | ArrayBufferView | ArrayBufferLike, offset = 0, length?: number): number {
    if (this.#socket.destroyed || this.#socket.writableEnded) return -1;
    const given = typeof data === "string" ? Buffer.from(data) : bytesOf(data);
    if (given === null) throw new TypeError("Expected a string or a buffer");
    const bytes =
      typeof data === "string" ? given : given.subarray(offset, offset + (length ?? given.length));
    // Bun has sent when it returns: what the program changes afterwards does not matter.
    this.#socket.write(Buffer.from(bytes));
    return bytes.length;
  }

  /** Sends the last of it, and closes once that is sent. */
  end(data?: string | ArrayBufferView | ArrayBufferLike, offset?: number, length?: number): number {
    const written = data === undefined ? 0 : this.write(data, offset, length);
    this.#socket.end();
    // As in Bun, what the other side still sends is of no use.
    this.#socket.destroySoon();
    return written;
  }

  /** Ends what is sent; what comes is still read. */
  shutdown(): void {
    this.#socket.end();
  }

  close(): void {
    this.end();
  }

  /** Closes at once; the other side gets a reset. */
  terminate(): void {
    this.#socket.resetAndDestroy();
  }

  flush(): void {}

  /** @param seconds after which a silent socket has its `timeout` handler called; 0: never */
  timeout(seconds: number): void {
    this.#socket.setTimeout(seconds * 1000);
  }

  setNoDelay(noDelay = true): boolean {
    this.#socket.setNoDelay(noDelay);
    return true;
  }

  setKeepAlive(enable = false, initialDelay = 0): boolean {
    this.#socket.setKeepAlive(enable, initialDelay);
    return true;
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  ref(): void {
    this.#socket.ref();
  }

  unref(): void {
    this.#socket.unref();
  }

  /** Exchanges the handlers of all sockets of the same server. */
  reload(options: { socket: SocketHandlers }): void {
    this.#slot.handlers = readHandlers(options);
  }

  [Symbol.dispose](): void {
    this.end();
  }

  #call(name: Exclude<keyof SocketHandlers, "binaryType">, ...parameters: unknown[]): void {
    const handler = this.#slot.handlers[name];
    if (typeof handler !== "function") return;
    try {
      const result: unknown = Reflect.apply(handler, undefined, [this, ...parameters]);
      if (result instanceof Promise) result.catch((error: unknown) => this.#threw(error));
    } catch (error) {
      this.#threw(error);
    }
  }

  #threw(error: unknown): void {
    const { error: handler } = this.#slot.handlers;
    if (typeof handler !== "function") throw error;
    Reflect.apply(handler, undefined, [this, error]);
  }
}

function shaped(chunk: Buffer, type: SocketHandlers["binaryType"]): Uint8Array | ArrayBuffer {
  if (type === "arraybuffer") return new Uint8Array(chunk).buffer;
  return type === "uint8array" ? new Uint8Array(chunk) : chunk;
}
