// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import type { IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import type { WebSocket as Connection, RawData } from "ws";
import { CloseEvent } from "./close-event.js";
import { ErrorEvent } from "./error-event.js";
import { missingArguments } from "./errors.js";
import { EventHandlers } from "./event-handlers.js";
import { showAs } from "./inspect.js";
import { guardMembers, setLengths } from "./standard-class.js";
import { trusted } from "./trusted-event.js";
import { asContent } from "./web-socket-content.js";
import { type Failure, handshakeFailure, protocolFailure, responseFailure } from "./web-socket-failure.js";
import { agreedExtensions, handshakeWith } from "./web-socket-handshake.js";
import {
  type ConnectOptions,
  namesFiles,
  originOf,
  readConnectOptions,
  readUrl,
  unixTarget,
  withFiles,
} from "./web-socket-options.js";

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

const FAILED: Failure = { why: "Failed to connect", code: "" };

const MAX_CONTROL = 125;
const MAX_REASON = 123;

/** How binary messages come. */
export type ClientBinaryType = "nodebuffer" | "arraybuffer" | "blob";

/** Loaded with the first connection: a server's start must not pay for it. */
function connectionClass(): typeof Connection {
  const loaded: typeof Connection = createRequire(import.meta.url)("ws");
  return loaded;
}

let isWebSocket: (value: unknown) => boolean;

/**
 * The standard `WebSocket` as Bun has it: with an object of options, `ping`, `pong`, `terminate`, `pause`,
 * and Buffers for binary messages.
 * @see https://websockets.spec.whatwg.org/
 */
export class WebSocket extends EventTarget {
  static readonly CONNECTING = CONNECTING;
  static readonly OPEN = OPEN;
  static readonly CLOSING = CLOSING;
  static readonly CLOSED = CLOSED;
  declare readonly CONNECTING: 0;
  declare readonly OPEN: 1;
  declare readonly CLOSING: 2;
  declare readonly CLOSED: 3;

  readonly #url: URL;
  readonly #handlers = new EventHandlers<"open" | "message" | "error" | "close">(this);
  #connection: Connection | null = null;
  #state: 0 | 1 | 2 | 3 = CONNECTING;
  #binaryType: ClientBinaryType = "nodebuffer";
  #extensions = "";
  #paused = false;
  /** Bytes that were sent when nobody took them any more. */
  #lost = 0;
  #wasOpen = false;

  static {
    isWebSocket = (value) => typeof value === "object" && value !== null && #state in value;
  }

  /**
   * @throws {SyntaxError} for a bad URL or protocol
   * @throws {TypeError} `ERR_MISSING_ARGS` without a URL
   */
  constructor(url: string | URL, options?: unknown) {
    if (arguments.length === 0) throw missingArguments();
    super();
    this.#url = readUrl(url);
    const settings = readConnectOptions(options);
    if (namesFiles(settings)) this.#connectWithFiles(settings);
    else this.#connect(settings);
  }

  get URL(): string {
    return this.#url.href;
  }
  get url(): string {
    return this.#url.href;
  }
  get readyState(): 0 | 1 | 2 | 3 {
    // The server began to close.
    return this.#state === OPEN && this.#connection?.readyState === CLOSING ? CLOSING : this.#state;
  }
  get bufferedAmount(): number {
    return (this.#state === OPEN ? (this.#connection?.bufferedAmount ?? 0) : 0) + this.#lost;
  }
  get protocol(): string {
    return this.#connection?.protocol ?? "";
  }
  get extensions(): string {
    return this.#extensions;
  }
  get isPaused(): boolean {
    return this.#paused;
  }
  /** Another value than the three changes nothing. */
  get binaryType(): ClientBinaryType {
    return this.#binaryType;
  }
  set binaryType(type: ClientBinaryType) {
    if (type === "nodebuffer" || type === "arraybuffer" || type === "blob") this.#binaryType = type;
  }

  get onopen(): object | null {
    return this.#handlers.get("open");
  }
  set onopen(handler: unknown) {
    this.#handlers.set("open", handler);
  }
  get onmessage(): object | null {
    return this.#handlers.get("message");
  }
  set onmessage(handler: unknown) {
    this.#handlers.set("message", handler);
  }
  get onerror(): object | null {
    return this.#handlers.get("error");
  }
  set onerror(handler: unknown) {
    this.#handlers.set("error", handler);
  }
  get onclose(): object | null {
    return this.#handlers.get("close");
  }
  set onclose(handler: unknown) {
    this.#handlers.set("close", handler);
  }

  /** @throws {DOMException} `InvalidStateError` while it connects */
  send(data: unknown): void {
    if (arguments.length === 0) throw missingArguments();
    this.#needConnection();
    const content = asContent("send", data);
    if (content instanceof Blob) content.arrayBuffer().then((buffer) => this.#send(new Uint8Array(buffer)));
    else this.#send(content);
  }

  /**
   * @throws {DOMException} `InvalidAccessError` for a code that may not be sent
   * @throws {SyntaxError} for a reason of more than 123 bytes
   */
  close(code?: unknown, reason?: unknown): void {
    let sent: number | undefined;
    if (code !== undefined) {
      sent = Math.min(65_535, Math.max(0, Math.round(Number(code)) || 0));
      if (!isSendable(sent)) throw new DOMException(`${BAD_CODE} Received ${sent}.`, "InvalidAccessError");
    }
    const text = reason === undefined ? "" : String(reason);
    const size = Buffer.byteLength(text);
    if (size > MAX_REASON) {
      throw new SyntaxError(
        `The close reason must not be greater than ${MAX_REASON} UTF-8 bytes. Received ${size} bytes.`,
      );
    }
    if (this.#state === CLOSING || this.#state === CLOSED) return;
    if (this.#state === CONNECTING) {
      this.#giveUp();
      return;
    }
    this.#state = CLOSING;
    this.#connection?.close(sent, text);
  }

  ping(data?: unknown): void {
    this.#control("ping", data);
  }

  pong(data?: unknown): void {
    this.#control("pong", data);
  }

  /** Ends the connection without a Close frame. */
  terminate(): void {
    if (this.#state === CLOSED) return;
    if (this.#state === CONNECTING) {
      this.#giveUp();
      return;
    }
    this.#state = CLOSING;
    this.#connection?.terminate();
  }

  /** Stops reading. @returns whether there is, or will be, a connection to pause */
  pause(): boolean {
    if (this.#state !== CONNECTING && this.#state !== OPEN) return false;
    this.#paused = true;
    if (this.#state === OPEN) this.#connection?.pause();
    return true;
  }

  resume(): boolean {
    if (this.#state !== CONNECTING && this.#state !== OPEN) return false;
    this.#paused = false;
    if (this.#state === OPEN) this.#connection?.resume();
    return true;
  }

  async #connectWithFiles(settings: ConnectOptions): Promise<void> {
    try {
      const loaded = await withFiles(settings);
      if (this.#state === CONNECTING) this.#connect(loaded);
    } catch {
      this.#fail(FAILED);
    }
  }

  #connect(settings: ConnectOptions): void {
    const Class = connectionClass();
    const handshake = handshakeWith(this.#url, settings);
    const target = unixTarget(this.#url)?.url ?? this.#url;
    let connection: Connection;
    try {
      connection = new Class(target, [...settings.protocols], handshake.options);
    } catch {
      queueMicrotask(() => this.#fail(FAILED));
      return;
    }
    this.#connection = connection;
    connection.binaryType = "nodebuffer";
    let answer: IncomingMessage | null = null;
    connection.on("upgrade", (response) => {
      answer = response;
      this.#extensions = agreedExtensions(response.headers["sec-websocket-extensions"] ?? "");
    });
    connection.on("open", () => this.#opened());
    connection.on("message", (data, isBinary) => this.#received(data, isBinary));
    connection.on("ping", (data) => this.#dispatchData("ping", this.#asBinaryType(data)));
    connection.on("pong", (data) => this.#dispatchData("pong", this.#asBinaryType(data)));
    connection.on("unexpected-response", (request, response) => {
      request.destroy();
      this.#fail({ why: responseFailure(response), code: "" });
    });
    connection.on("error", (error) => {
      if (this.#wasOpen) this.#fail(protocolFailure(error));
      else if (this.#state === CONNECTING) this.#fail(handshakeFailure(error, answer));
    });
    connection.on("close", (code, reason) => {
      handshake.cancel();
      this.#closed(code, reason.toString());
    });
  }

  #opened(): void {
    if (this.#state !== CONNECTING) return;
    this.#state = OPEN;
    this.#wasOpen = true;
    if (this.#paused) this.#connection?.pause();
    this.dispatchEvent(trusted(new Event("open")));
  }

  #received(data: RawData, isBinary: boolean): void {
    const bytes = Buffer.isBuffer(data)
      ? data
      : Array.isArray(data)
        ? Buffer.concat(data)
        : Buffer.from(data);
    this.#dispatchData("message", isBinary ? this.#asBinaryType(bytes) : bytes.toString());
  }

  #dispatchData(type: string, data: unknown): void {
    // Once `close` was called nothing is told any more but the end.
    if (this.#state !== OPEN) return;
    this.dispatchEvent(trusted(new MessageEvent(type, { data, origin: originOf(this.#url) })));
  }

  #asBinaryType(bytes: Buffer): Buffer | ArrayBuffer | Blob {
    switch (this.#binaryType) {
      case "nodebuffer":
        // In memory of its own: programs look at its `buffer`.
        return Buffer.from(new Uint8Array(bytes).buffer);
      case "arraybuffer":
        return new Uint8Array(bytes).buffer;
      case "blob":
        return new Blob([new Uint8Array(bytes)]);
    }
  }

  #closed(code: number, reason: string): void {
    if (this.#state === CLOSED || !this.#wasOpen) return;
    this.#state = CLOSED;
    this.#paused = false;
    const clean = code !== 1006;
    const event = new CloseEvent("close", { code, reason: clean ? reason : "", wasClean: clean });
    this.dispatchEvent(trusted(event));
  }

  #giveUp(): void {
    this.#state = CLOSING;
    this.#connection?.terminate();
    const why = "WebSocket is closed before the connection is established";
    setImmediate(() => this.#fail({ why, code: "" }));
  }

  /** Null: there is nothing to say but that it ends, which the connection does. */
  #fail(failure: Failure | null): void {
    if (this.#state === CLOSED || failure === null) return;
    this.#state = CLOSED;
    this.#paused = false;
    const { why, code } = failure;
    const message = `WebSocket connection to '${this.#url.href}' failed: ${why}`;
    const error = Object.assign(new Error(message), code !== "" && { code });
    this.dispatchEvent(trusted(new ErrorEvent("error", { message, error })));
    this.dispatchEvent(trusted(new CloseEvent("close", { code: 1006, reason: "", wasClean: false })));
  }

  #send(data: string | Uint8Array): void {
    if (this.readyState === OPEN) this.#connection?.send(data);
    else this.#lost += Buffer.byteLength(data);
  }

  #control(kind: "ping" | "pong", data: unknown): void {
    this.#needConnection();
    const given = data === undefined || data === null ? "" : asContent(kind, data);
    const content = given instanceof Blob ? "" : given;
    const size = given instanceof Blob ? given.size : Buffer.byteLength(content);
    if (size > MAX_CONTROL) {
      throw new RangeError(
        `The data size must not be greater than ${MAX_CONTROL} bytes. Received ${size} bytes.`,
      );
    }
    if (this.#state === OPEN) this.#connection?.[kind](content);
  }

  #needConnection(): void {
    if (this.#state === CONNECTING) {
      throw new DOMException("The object is in an invalid state.", "InvalidStateError");
    }
  }
}

for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(WebSocket.prototype))) {
  if (name !== "constructor" && name !== "URL")
    Object.defineProperty(WebSocket.prototype, name, { ...member, enumerable: true });
}
const STATES = { CONNECTING, OPEN, CLOSING, CLOSED };
for (const [name, value] of Object.entries(STATES)) {
  for (const holder of [WebSocket, WebSocket.prototype]) {
    Object.defineProperty(holder, name, { value, writable: false, enumerable: true, configurable: false });
  }
}
showAs(WebSocket.prototype, (socket, show) => {
  const members: Record<string, unknown> = {};
  for (const name of SHOWN) members[name] = Reflect.get(socket, name);
  return `WebSocket ${show(members)}`;
});
guardMembers(WebSocket.prototype, "WebSocket", isWebSocket);
setLengths(WebSocket.prototype, { close: 0, ping: 1, pong: 1 });
Object.defineProperty(WebSocket.prototype, Symbol.toStringTag, { value: "WebSocket", configurable: true });
// Bundlers rename a class that mentions itself.
Object.defineProperties(WebSocket, {
  name: { value: "WebSocket", configurable: true },
  length: { value: 1, configurable: true },
});

/** In the order in which Bun shows them. */
const SHOWN =
  `URL url readyState bufferedAmount onopen onmessage onerror onclose protocol extensions binaryType
send close ping pong terminate pause resume isPaused CONNECTING OPEN CLOSING CLOSED addEventListener
removeEventListener dispatchEvent`.split(/\s/);

const BAD_CODE =
  "The close code must be a valid WebSocket close code (1000-1014, excluding the reserved codes 1004-1006, or in the range of 3000 to 4999).";

function isSendable(code: number): boolean {
  return (code >= 1000 && code <= 1014 && !(code >= 1004 && code <= 1006)) || (code >= 3000 && code <= 4999);
}
