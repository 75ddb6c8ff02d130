// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import { typeError, wrongGetter, wrongThis } from "../../web/errors.js";
import { showAs } from "../../web/inspect.js";
import { setLengths } from "../../web/standard-class.js";
import { MAX_REASON } from "../../wire/close-frame.js";
import type { Message, SendStatus, Socket } from "../../wire/socket.js";
import { invalidOption } from "../errors.js";
import { checkTopic, received } from "./arguments.js";
import { asBytes, asMessage, asText, type BinaryType, sizeOf, toBinaryType, toText } from "./message.js";

/** Longest content of a ping or pong, RFC 6455 section 5.5. */
const MAX_CONTROL = 125;

/** Makes the object for a socket that is about to open. */
export let createServerWebSocket: (data: unknown) => ServerWebSocket;
/** Gives it its socket. */
export let attachSocket: (ws: ServerWebSocket, socket: Socket) => void;

/** Of those that were asked for it: few are, and the others save its room. */
const addresses = new WeakMap<ServerWebSocket, string>();

/** Of those that have another one than `nodebuffer`. */
const binaryTypes = new WeakMap<ServerWebSocket, BinaryType>();

/** Whether the next object is made by this module. */
let making = false;

/**
 * The server's end of a WebSocket, as Bun's class of that name. Every method can be bound and taken off.
 * Source: bun-types `serve.d.ts`, `ServerWebSocket`.
 */
export class ServerWebSocket {
  #socket: Socket | null = null;
  #data: unknown = undefined;

  static {
    createServerWebSocket = (data) => {
      making = true;
      const ws = new ServerWebSocket();
      ws.#data = data;
      return ws;
    };
    attachSocket = (ws, socket) => {
      ws.#socket = socket;
    };
  }

  // What a method taken off its object has as `this` may be no object at all.
  static #is(value: unknown): value is ServerWebSocket {
    return typeof value === "object" && value !== null && #socket in value;
  }

  constructor() {
    if (!making) throw new Error("Cannot construct ServerWebSocket");
    making = false;
  }

  get binaryType(): BinaryType {
    if (!ServerWebSocket.#is(this)) throw wrongGetter("ServerWebSocket", "binaryType");
    return binaryTypes.get(this) ?? "nodebuffer";
  }

  set binaryType(type: BinaryType) {
    if (!ServerWebSocket.#is(this)) throw wrongSetter("binaryType");
    binaryTypes.set(this, toBinaryType(type));
  }

  close(code?: unknown, reason?: unknown): void {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    const socket = this.#socket;
    if (socket === null || !socket.open) return;
    if (code !== undefined && typeof code !== "number") {
      throw invalidOption("close requires a numeric code or undefined");
    }
    const text = reason === undefined ? "" : cutReason(toText(reason));
    // The handler hears the code as a 32-bit integer.
    socket.close(code === undefined ? 1000 : code | 0, text);
  }

  cork(callback: unknown): unknown {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (arguments.length === 0) throw missing("cork");
    if (typeof callback !== "function") {
      throw invalidOption(`The "callback" argument must be of type function. Received ${received(callback)}`);
    }
    const socket = this.#socket;
    const work = (): unknown => Reflect.apply(callback, this, [this]);
    if (socket === null || !socket.open) return work();
    let outcome: { value: unknown } | { error: unknown } = { value: undefined };
    socket.cork(() => {
      try {
        outcome = { value: work() };
      } catch (error) {
        outcome = { error };
      }
    });
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  get data(): unknown {
    if (!ServerWebSocket.#is(this)) throw wrongGetter("ServerWebSocket", "data");
    return this.#data;
  }

  set data(data: unknown) {
    if (!ServerWebSocket.#is(this)) throw wrongSetter("data");
    this.#data = data;
  }

  getBufferedAmount(): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    return this.#socket?.open === true ? this.#socket.bufferedAmount : 0;
  }

  get isPaused(): boolean {
    if (!ServerWebSocket.#is(this)) throw wrongGetter("ServerWebSocket", "isPaused");
    return this.#socket?.paused ?? false;
  }

  isSubscribed(topic: unknown): boolean {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (this.#socket === null || !this.#socket.open) return false;
    if (arguments.length === 0) throw tooFew("isSubscribed");
    return this.#socket.isSubscribed(checkTopic("isSubscribed", topic));
  }

  pause(): void {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    this.#socket?.pause();
  }

  ping(data?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (this.#socket === null || !this.#socket.open) return 0;
    const content = controlContent("ping", data);
    return result(this.#socket.ping(content), content);
  }

  pong(data?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (this.#socket === null || !this.#socket.open) return 0;
    const content = controlContent("pong", data);
    return result(this.#socket.pong(content), content);
  }

  publish(topic: unknown, data: unknown, compress?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (arguments.length === 0) throw tooFew("publish");
    const name = checkTopic("publish", topic);
    const message = anyMessage("publish", data);
    return publishFrom(this.#socket, name, message, checkCompress("publish", compress));
  }

  publishBinary(topic: unknown, data: unknown, compress?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (arguments.length === 0) throw tooFew("publishBinary");
    const name = checkTopic("publishBinary", topic);
    const flag = checkCompress("publishBinary", compress);
    return publishFrom(this.#socket, name, bytesOnly("publishBinary", data), flag);
  }

  publishText(topic: unknown, data: unknown, compress?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (arguments.length === 0) throw tooFew("publishText");
    const name = topic === "" ? "" : checkTopic("publishText", topic);
    const flag = checkCompress("publishText", compress);
    const text = textOnly("publishText", data);
    return name === "" ? 0 : publishFrom(this.#socket, name, text, flag);
  }

  get readyState(): 1 | 3 {
    if (!ServerWebSocket.#is(this)) throw wrongGetter("ServerWebSocket", "readyState");
    return this.#socket?.open === true ? 1 : 3;
  }

  get remoteAddress(): string | undefined {
    if (!ServerWebSocket.#is(this)) throw wrongGetter("ServerWebSocket", "remoteAddress");
    // Unix sockets have none. Once it was asked for it stays, as in Bun.
    const socket = this.#socket;
    if (socket?.open === true && socket.remoteAddress !== "") addresses.set(this, socket.remoteAddress);
    return addresses.get(this);
  }

  resume(): void {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    this.#socket?.resume();
  }

  send(data: unknown, compress?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    const socket = this.#socket;
    if (socket === null || !socket.open) return 0;
    if (arguments.length === 0) throw tooFew("send");
    const message = anyMessage("send", data);
    return result(socket.send(message, checkCompress("send", compress)), message);
  }

  sendBinary(data: unknown, compress?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    const socket = this.#socket;
    if (socket === null || !socket.open) return 0;
    if (arguments.length === 0) throw tooFew("sendBinary");
    const flag = checkCompress("sendBinary", compress);
    const bytes = bytesOnly("sendBinary", data);
    return result(socket.send(bytes, flag), bytes);
  }

  sendText(data: unknown, compress?: unknown): number {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    const socket = this.#socket;
    if (socket === null || !socket.open) return 0;
    if (arguments.length === 0) throw tooFew("sendText");
    const flag = checkCompress("sendText", compress);
    const text = textOnly("sendText", data);
    return result(socket.send(text, flag), text);
  }

  subscribe(topic: unknown): boolean {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (this.#socket === null || !this.#socket.open) return false;
    if (arguments.length === 0) throw tooFew("subscribe");
    this.#socket.subscribe(checkTopic("subscribe", topic));
    return true;
  }

  get subscriptions(): string[] {
    if (!ServerWebSocket.#is(this)) throw wrongGetter("ServerWebSocket", "subscriptions");
    return this.#socket?.open === true ? this.#socket.topics() : [];
  }

  terminate(): void {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    this.#socket?.terminate();
  }

  unsubscribe(topic: unknown): boolean {
    if (!ServerWebSocket.#is(this)) throw notAServerWebSocket(this);
    if (this.#socket === null || !this.#socket.open) return false;
    if (arguments.length === 0) throw tooFew("unsubscribe");
    return this.#socket.unsubscribe(checkTopic("unsubscribe", topic));
  }

  get [Symbol.toStringTag](): string {
    return "ServerWebSocket";
  }

  static {
    // As `console.log` of Bun shows it: every member of the prototype.
    showAs(ServerWebSocket.prototype, (socket, show) => {
      const members: Record<string, unknown> = {};
      for (const name of Object.keys(ServerWebSocket.prototype).sort())
        members[name] = Reflect.get(socket, name);
      return `ServerWebSocket ${show(members)}`;
    });
  }
}

for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(ServerWebSocket.prototype))) {
  if (name !== "constructor")
    Object.defineProperty(ServerWebSocket.prototype, name, {
      ...member,
      enumerable: true,
      configurable: false,
    });
}
// Bundlers rename a class that mentions itself.
Object.defineProperty(ServerWebSocket, "name", { value: "ServerWebSocket", configurable: true });
setLengths(ServerWebSocket.prototype, {
  close: 3,
  ping: 1,
  pong: 1,
  publish: 3,
  publishBinary: 2,
  publishText: 2,
  send: 2,
  sendBinary: 2,
  sendText: 2,
});

// A private method would cost each socket a field.
function publishFrom(socket: Socket | null, topic: string, message: Message, compress: boolean): number {
  return socket === null ? 0 : result(socket.publish(topic, message, compress), message);
}

/** What a send call returns: bytes, 0 for nothing, -1 for a client that does not follow. */
export function result(status: SendStatus, message: Message): number {
  switch (status) {
    case "sent":
      return sizeOf(message);
    case "buffered":
      return -1;
    case "dropped":
      return 0;
  }
}

function anyMessage(method: string, data: unknown): Message {
  if (data === undefined || data === null) throw new Error(`${method} requires a non-empty message`);
  return asMessage(data) ?? toText(data);
}

function textOnly(method: string, data: unknown): string {
  const text = asText(data);
  if (text === null) throw new Error(`${method} expects a string`);
  return text;
}

function bytesOnly(method: string, data: unknown): Uint8Array {
  const bytes = asBytes(data);
  if (bytes === null) throw new Error(`${method} expects a Blob or BufferSource`);
  return bytes;
}

function controlContent(method: string, data: unknown): Message {
  if (data === undefined || data === null) return "";
  const content = asMessage(data);
  if (content === null) throw new Error(`${method} expects a string, Blob, or BufferSource`);
  const size = sizeOf(content);
  if (size > MAX_CONTROL) {
    throw new RangeError(
      `The data size must not be greater than ${MAX_CONTROL} bytes. Received ${size} bytes.`,
    );
  }
  return content;
}

function checkCompress(method: string, compress: unknown): boolean {
  if (compress === undefined) return false;
  if (typeof compress !== "boolean") throw new Error(`${method} expects compress to be a boolean`);
  return compress;
}

/** A reason that fits into a Close frame: cut between two characters. */
function cutReason(reason: string): string {
  const bytes = Buffer.from(reason);
  if (bytes.length <= MAX_REASON) return reason.toWellFormed();
  let end = MAX_REASON;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.toString("utf8", 0, end);
}

function tooFew(method: string): Error {
  return new Error(`${method} requires at least 1 argument`);
}

function missing(method: string): TypeError {
  return typeError("ERR_MISSING_ARGS", `Not enough arguments to '${method}'. Expected 1, got 0.`);
}

function notAServerWebSocket(value: unknown): TypeError {
  if (value === undefined)
    return typeError("ERR_INVALID_THIS", "Expected this to be instanceof ServerWebSocket");
  return wrongThis("ServerWebSocket", value);
}

function wrongSetter(member: string): TypeError {
  return new TypeError(
    `The ServerWebSocket.${member} setter can only be used on instances of ServerWebSocket`,
  );
}
