import { idleLimit } from "../idle.js";
import { type Linked, LinkedSet } from "../linked-set.js";
import type { Compression, Message, SendStatus, SocketOptions, SocketReceiver } from "../socket.js";
import { Topics } from "../topics.js";
import { Bystander } from "./bystander.js";
import type { Connections } from "./connections.js";
import type { UwsSocket } from "./socket.js";
import type { Uws, UwsApp, UwsSocketContext, UwsWebSocket, UwsWebSocketBehavior } from "./types.js";

/**
 * The engine ends a connection whose message is too big without a word. What exceeds the limit by less than
 * this is taken, to be refused in a Close frame.
 */
const SLACK = 1024 * 1024;

/** The engine's limits are 32-bit integers. */
const MAX_LIMIT = 0x7fff_ffff;

/** Messages of this size reach the subscribers at once; the engine gathers smaller ones. */
const GATHERED = 16 * 1024;

/** Published bytes after which subscribers are asked whether they still follow. */
const ASK_AFTER = 64 * 1024;

/** How often silent clients are looked for, in milliseconds. */
const IDLE_CHECK = 1_000;

/**
 * The `userData` of an upgrade: the engine's socket gets its members. They are three because V8 gives it room
 * for three.
 */
export class SocketTag implements Linked<OpenSocket> {
  readonly socket: UwsSocket;
  next: OpenSocket | null = null;
  previous: OpenSocket | null = null;

  constructor(socket: UwsSocket) {
    this.socket = socket;
  }
}

/** A socket of the engine. */
export type OpenSocket = UwsWebSocket & SocketTag;

/** What WebSockets need to know of their listener. */
export interface SocketsOwner {
  /** The connection of one is gone. */
  closedSocket(): void;
  /** Null where the engine does not show them. */
  findConnections(): Connections | null;
}

/** The WebSockets of a listener and their topics. The engine has the topics too: it sends to them. */
export class UwsSockets {
  receiver: SocketReceiver;
  options: SocketOptions;
  readonly topics = new Topics<UwsSocket>();
  /** From the route callback of the first request that looked like a handshake. */
  context: UwsSocketContext | null = null;
  /** Those whose `cork` is running, the innermost last. */
  readonly corked: UwsSocket[] = [];
  /** Helps late upgrades. */
  readonly bystander: Bystander;
  readonly owner: SocketsOwner;

  private readonly uws: Uws;
  private readonly app: UwsApp;
  private readonly open = new LinkedSet<OpenSocket>();
  private unasked = 0;
  private lastAddress = "";
  /** All are closed, and no other is opened; nobody is to hear of it from them, as in Bun. */
  closing = false;
  private idleCheck: NodeJS.Timeout | null = null;

  constructor(uws: Uws, app: UwsApp, options: SocketOptions, receiver: SocketReceiver, owner: SocketsOwner) {
    this.uws = uws;
    this.bystander = new Bystander(uws);
    this.app = app;
    this.options = options;
    this.receiver = receiver;
    this.owner = owner;
  }

  /**
   * Whether the time is kept here: to the engine only the client's frames are signs of life, to Bun the
   * server's as well. It makes no difference where clients are pinged, and answer.
   */
  get timed(): boolean {
    return !this.options.sendPings && this.options.idleTimeout > 0;
  }

  /** What the engine is to do with sockets yet to come. */
  behavior(): UwsWebSocketBehavior<SocketTag> {
    const { options } = this;
    return {
      maxPayloadLength: Math.min(options.maxPayloadLength + SLACK, MAX_LIMIT),
      maxBackpressure: Math.min(options.backpressureLimit, MAX_LIMIT),
      closeOnBackpressureLimit: options.closeOnBackpressureLimit,
      // The engine counts in steps of four seconds, and complains of anything else.
      idleTimeout: this.timed ? 0 : idleLimit(options.idleTimeout) / 1000,
      sendPingsAutomatically: options.sendPings,
      maxLifetime: 0,
      compression: this.compression(options.compress, options.decompress),
      open: (native) => native.socket.opened(native),
      message: (native, bytes, binary) => native.socket.message(bytes, binary),
      drain: (native) => native.socket.drained(),
      ping: (native, bytes) => native.socket.pinged(bytes),
      pong: (native, bytes) => native.socket.ponged(bytes),
      close: (native, code, reason) => native.socket.closed(native, code, reason),
    };
  }

  add(socket: OpenSocket): void {
    this.open.add(socket);
    if (!this.timed || this.idleCheck !== null) return;
    this.idleCheck = setInterval(() => this.checkIdle(), IDLE_CHECK);
    this.idleCheck.unref();
  }

  remove(socket: OpenSocket): void {
    this.open.delete(socket);
    if (this.open.empty && this.idleCheck !== null) {
      clearInterval(this.idleCheck);
      this.idleCheck = null;
    }
    this.owner.closedSocket();
  }

  /** None is open. */
  get none(): boolean {
    return this.open.empty;
  }

  /** The address, in one copy where one client or proxy opens many sockets. */
  shareAddress(address: string): string {
    if (address !== this.lastAddress) this.lastAddress = address;
    return this.lastAddress;
  }

  closeAll(code: number, reason: string): void {
    this.closing = true;
    for (const { socket } of this.open.members()) socket.close(code, reason);
  }

  /** @param from the socket that publishes; null: none */
  publish(from: UwsSocket | null, topic: string, message: Message, compress: boolean): SendStatus {
    if (from !== null && this.closing) return "dropped";
    const sender = this.options.publishToSelf ? null : from;
    const subscribers = this.topics.subscribersOf(topic);
    if (subscribers === undefined) return "dropped";
    const others = subscribers.size - (sender !== null && subscribers.has(sender) ? 1 : 0);
    if (others === 0) return "dropped";
    let status: SendStatus = "sent";
    const now = this.timed ? Date.now() : 0;
    for (const socket of subscribers) {
      if (socket === sender) continue;
      // The engine does not know it yet.
      if (socket.waits) socket.send(message, compress);
      if (socket.congested && socket.overLimit) status = "dropped";
      else if (now > 0) socket.lastActive = now;
    }
    const content = typeof message === "string" ? message.toWellFormed() : message;
    const compressed = compress && this.options.compress !== "off";
    const binary = typeof message !== "string";
    if (sender === null) this.app.publish(topic, content, binary, compressed);
    else sender.publishNative(this.app, topic, content, binary, compressed);
    this.unasked += message.length;
    if (message.length >= GATHERED || this.unasked >= ASK_AFTER) {
      this.unasked = 0;
      for (const socket of subscribers) socket.noteCongestion();
    }
    if (status === "dropped") return status;
    for (const socket of subscribers) {
      if (socket !== sender && socket.congested) return "buffered";
    }
    return status;
  }

  private checkIdle(): void {
    const limit = idleLimit(this.options.idleTimeout);
    if (!this.timed) return;
    const before = Date.now() - limit;
    for (const { socket } of this.open.members()) {
      if (socket.lastActive <= before) socket.timeOut();
    }
  }

  private compression(compress: Compression, decompress: Compression): number {
    const { uws } = this;
    return this.compressor(compress) | this.decompressor(decompress, uws);
  }

  private compressor(compress: Compression): number {
    const { uws } = this;
    switch (compress) {
      case "off":
        return uws.DISABLED;
      case "shared":
        return uws.SHARED_COMPRESSOR;
      default:
        return uws[`DEDICATED_COMPRESSOR_${compress}KB`];
    }
  }

  private decompressor(decompress: Compression, uws: Uws): number {
    switch (decompress) {
      case "off":
        return uws.DISABLED;
      case "shared":
        return uws.SHARED_DECOMPRESSOR;
      case 3:
        return uws.DEDICATED_DECOMPRESSOR_2KB;
      case 4:
        return uws.DEDICATED_DECOMPRESSOR_4KB;
      case 8:
        return uws.DEDICATED_DECOMPRESSOR_8KB;
      case 16:
        return uws.DEDICATED_DECOMPRESSOR_16KB;
      default:
        return uws.DEDICATED_DECOMPRESSOR;
    }
  }
}
