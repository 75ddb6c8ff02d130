import type { Socket as NetSocket } from "node:net";
import { TLSSocket } from "node:tls";
import { afterMicrotasks } from "../after-microtasks.js";
import { sentCode } from "../close-frame.js";
import { idleLimit, pingMargin, TIMED_OUT } from "../idle.js";
import { linger } from "../linger.js";
import type { Linked } from "../linked-set.js";
import type { Message, SendStatus, Socket } from "../socket.js";
import type { MessageDeflate } from "./deflate.js";
import { BINARY, CLOSE, COMPRESSED, closeContent, encodeFrame, PING, PONG, TEXT } from "./frame.js";
import { type FrameListener, FrameReader } from "./frame-reader.js";
import type { NodeSockets } from "./sockets.js";

/** Bytes that a cork holds back; more leaves at once, so that the sender learns whether the client follows. */
const CORK_LIMIT = 16 * 1024;

/** What node encrypts is reported as written in a later turn only, however fast the client is. */
const TLS_IN_FLIGHT = 256 * 1024;

/** A WebSocket over a socket of node:net. */
export class NodeSocket implements Socket, FrameListener, Linked<NodeSocket> {
  readonly owner: unknown;
  readonly remoteAddress: string;
  open = true;
  paused = false;
  next: NodeSocket | null = null;
  previous: NodeSocket | null = null;

  private readonly sockets: NodeSockets;
  private readonly stream: NetSocket;
  private readonly deflate: MessageDeflate | null;
  private readonly reader: FrameReader;
  private ended = false;
  private corked = 0;
  /** What was sent in this cork, and is held back. */
  private corkedBytes = 0;
  /** The client does not follow: the receiver waits for `drain`. */
  private congested = false;
  private endListeners: (() => void)[] | null;
  /** Bytes that count as taken by the client though node still holds them. */
  private readonly inFlight: number;
  private lastActive = Date.now();
  private pinged = false;
  /** What was read is on its way to the receiver. */
  private telling = false;
  /** The connection has ended. */
  private leaving = false;

  constructor(
    sockets: NodeSockets,
    owner: unknown,
    stream: NetSocket,
    deflate: MessageDeflate | null,
    endListeners: (() => void)[] | null,
  ) {
    this.endListeners = endListeners;
    this.sockets = sockets;
    this.owner = owner;
    this.stream = stream;
    this.deflate = deflate;
    this.remoteAddress = stream.remoteAddress ?? "";
    this.reader = new FrameReader(this, deflate);
    this.inFlight = stream instanceof TLSSocket ? TLS_IN_FLIGHT : 0;
  }

  get bufferedAmount(): number {
    const { stream } = this;
    if (stream.destroyed) return 0;
    const waiting = stream.writableLength - this.corkedBytes;
    return waiting <= this.inFlight ? 0 : waiting;
  }

  get maxPayloadLength(): number {
    return this.sockets.options.maxPayloadLength;
  }

  /** Whether messages that ask for it are compressed. */
  get compresses(): boolean {
    return this.deflate !== null && this.sockets.options.compress !== "off";
  }

  /** @param rest what arrived behind the handshake */
  start(rest: Buffer): void {
    const { stream } = this;
    this.sockets.add(this);
    stream.setTimeout(0);
    stream.setNoDelay(true);
    stream.on("data", (bytes: Buffer) => this.receive(bytes));
    stream.on("end", () => this.left());
    stream.on("close", () => {
      this.left();
      this.sockets.remove(this);
    });
    this.corkedly(() => this.sockets.receiver.open(this));
    if (rest.length > 0) this.receive(rest);
    if (!this.paused) stream.resume();
  }

  send(message: Message, compress: boolean): SendStatus {
    const opcode = typeof message === "string" ? TEXT : BINARY;
    if (!compress || message.length === 0 || this.deflate === null || !this.compresses)
      return this.sendFrame(encodeFrame(opcode, message));
    if (!this.takes()) return "dropped";
    const content = typeof message === "string" ? Buffer.from(message) : Buffer.from(message);
    return this.sendFrame(encodeFrame(opcode, this.deflate.deflate(content), COMPRESSED));
  }

  ping(content: Message): SendStatus {
    return this.sendFrame(encodeFrame(PING, content));
  }

  pong(content: Message): SendStatus {
    return this.sendFrame(encodeFrame(PONG, content));
  }

  sendFrame(frame: Buffer): SendStatus {
    if (!this.takes()) return "dropped";
    this.lastActive = Date.now();
    this.pinged = false;
    this.stream.write(frame);
    if (this.corked > 0) this.corkedBytes += frame.length;
    if (this.corkedBytes > CORK_LIMIT) this.flush();
    if (this.congested) return "buffered";
    if (this.bufferedAmount === 0) return "sent";
    this.awaitDrain();
    return "buffered";
  }

  close(code: number, reason: string): void {
    if (!this.open) return;
    this.endWith(sentCode(code), reason);
    this.tellEnd(code, reason);
  }

  terminate(): void {
    if (!this.open) return;
    this.end();
    // What is corked leaves before. What the system does not take then is lost, as in Bun.
    setImmediate(() => this.stream.destroy());
    this.tellEnd(1006, "");
  }

  cork(work: () => void): void {
    this.corkedly(work);
  }

  pause(): void {
    if (!this.open || this.paused) return;
    this.paused = true;
    this.stream.pause();
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    this.lastActive = Date.now();
    this.stream.resume();
  }

  subscribe(topic: string): void {
    if (this.open) this.sockets.topics.subscribe(this, topic);
  }

  unsubscribe(topic: string): boolean {
    return this.sockets.topics.unsubscribe(this, topic);
  }

  isSubscribed(topic: string): boolean {
    return this.sockets.topics.isSubscribed(this, topic);
  }

  topics(): string[] {
    return this.sockets.topics.topicsOf(this);
  }

  publish(topic: string, message: Message, compress: boolean): SendStatus {
    return this.sockets.publish(this, topic, message, compress);
  }

  message(message: Message): void {
    this.sockets.receiver.message(this, message);
  }

  pingFrame(content: Uint8Array): void {
    this.pong(content);
    this.sockets.receiver.ping(this, content);
  }

  pongFrame(content: Uint8Array): void {
    this.sockets.receiver.pong(this, content);
  }

  closeFrame(code: number, reason: string): void {
    this.endWith(code === 1005 ? 0 : code, reason);
    this.tellEnd(code, reason);
  }

  fail(code: number, reason: string): void {
    this.endWith(code, reason);
    this.tellEnd(1006, reason);
  }

  /** Calls when it ends, before the receiver hears of it; at once where it has ended. */
  onEnd(listener: () => void): void {
    if (this.ended) listener();
    else (this.endListeners ??= []).push(listener);
  }

  /** Called about once a second. */
  checkIdle(now: number): void {
    const { idleTimeout, sendPings } = this.sockets.options;
    if (idleTimeout === 0 || !this.open || this.paused) return;
    const silent = now - this.lastActive;
    const limit = idleLimit(idleTimeout);
    if (silent >= limit) {
      this.end();
      this.stream.destroy();
      this.tellEnd(1006, TIMED_OUT);
    } else if (sendPings && !this.pinged && silent >= limit - pingMargin(idleTimeout)) {
      this.stream.write(encodeFrame(PING, ""));
      this.pinged = true;
    }
  }

  private receive(bytes: Buffer): void {
    if (!this.open) return;
    this.lastActive = Date.now();
    this.pinged = false;
    this.reader.push(bytes);
    if (this.telling) return;
    this.telling = true;
    this.beginCork();
    this.tellNext();
  }

  /** One frame at a time: all that its handler set going as microtask or tick comes before the next, as in Bun. */
  private tellNext(): void {
    if (this.reader.next()) {
      afterMicrotasks(() => this.tellNext());
      return;
    }
    this.telling = false;
    this.endCork();
    if (this.leaving) this.left();
  }

  /** The connection ended without a Close frame. */
  private left(): void {
    this.leaving = true;
    if (!this.open || this.telling) return;
    this.end();
    this.stream.destroySoon();
    this.tellEnd(1006, "");
  }

  private takes(): boolean {
    if (!this.open || this.stream.destroyed) return false;
    const { backpressureLimit, closeOnBackpressureLimit } = this.sockets.options;
    if (backpressureLimit === 0 || this.bufferedAmount <= backpressureLimit) return true;
    this.awaitDrain();
    if (closeOnBackpressureLimit) {
      // Not at once: the caller is about to hear that the message was dropped.
      setImmediate(() => {
        this.stream.destroy();
        this.left();
      });
    }
    return false;
  }

  private awaitDrain(): void {
    if (this.congested) return;
    this.congested = true;
    // Comes back once all that was written before has left.
    this.stream.write("", () => {
      this.congested = false;
      if (this.bufferedAmount > 0) this.awaitDrain();
      if (this.open) this.corkedly(() => this.sockets.receiver.drain(this));
    });
  }

  private corkedly(work: () => void): void {
    this.beginCork();
    try {
      work();
    } finally {
      this.endCork();
    }
  }

  private beginCork(): void {
    if (this.corked++ === 0) this.stream.cork();
  }

  /** What is sent leaves, in the middle of a cork. */
  private flush(): void {
    this.stream.uncork();
    this.corkedBytes = 0;
    this.stream.cork();
  }

  private endCork(): void {
    if (--this.corked > 0) return;
    this.corkedBytes = 0;
    this.stream.uncork();
    if (this.open && this.bufferedAmount > 0) this.awaitDrain();
  }

  private endWith(code: number, reason: string): void {
    const { stream } = this;
    stream.write(encodeFrame(CLOSE, closeContent(code, reason)));
    this.end();
    stream.end();
    // What the client still sends is dropped; unread, it would take the Close frame away from it.
    stream.resume();
    stream.once("end", () => stream.destroySoon());
  }

  private end(): void {
    const { stream } = this;
    this.open = false;
    this.paused = false;
    this.reader.stop();
    const timer = linger(
      () => (stream.destroyed ? null : stream.writableLength),
      () => stream.destroy(),
    );
    stream.once("close", () => clearInterval(timer));
    this.sockets.topics.forget(this);
  }

  private tellEnd(code: number, reason: string): void {
    if (this.ended) return;
    this.ended = true;
    for (const listener of this.endListeners ?? []) listener();
    this.sockets.receiver.close(this, code, reason);
  }
}
