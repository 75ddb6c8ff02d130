import { sentCode } from "../close-frame.js";
import { TIMED_OUT } from "../idle.js";
import { linger } from "../linger.js";
import type { Message, SendStatus, Socket } from "../socket.js";
import { HeldEvents } from "./held-events.js";
import { Episode } from "./socket-episode.js";
import type { OpenSocket, UwsSockets } from "./sockets.js";
import type { UwsApp, UwsBytes } from "./types.js";

/** What the engine says of a client that left without a Close frame; Bun says nothing. */
const LEFT = "Received TCP FIN before WebSocket close frame";

const TOO_BIG = "Received too big message";

/** The engine has checked that it is UTF-8. A mark at its start is a part of the text. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** A WebSocket of the engine. Servers hold many that are silent: what few of them need is in the {@link Episode}. */
export class UwsSocket implements Socket {
  readonly owner: unknown;
  readonly remoteAddress: string;

  private readonly sockets: UwsSockets;
  /** Null before the engine's socket is open, and once it is gone: it must not be touched any more. */
  private native: OpenSocket | null = null;
  private episode: Episode | null = null;

  constructor(
    sockets: UwsSockets,
    owner: unknown,
    remoteAddress: string,
    endListeners: (() => void)[] | null,
  ) {
    this.sockets = sockets;
    this.owner = owner;
    this.remoteAddress = sockets.shareAddress(remoteAddress);
    if (endListeners !== null) this.special.endListeners = endListeners;
  }

  get open(): boolean {
    return this.episode?.open ?? true;
  }

  private get special(): Episode {
    return (this.episode ??= new Episode());
  }

  private get pending(): (() => void)[] | null {
    return this.episode?.pending ?? null;
  }

  private get ending(): Episode["ending"] {
    return this.episode?.ending ?? null;
  }

  private get held(): HeldEvents | null {
    return this.episode?.held ?? null;
  }

  private get holding(): boolean {
    return this.episode?.holding ?? false;
  }

  get lastActive(): number {
    return this.episode?.lastActive ?? 0;
  }

  set lastActive(time: number) {
    this.special.lastActive = time;
  }

  /** The client does not follow: bytes wait for it. */
  get congested(): boolean {
    return this.episode?.congested ?? false;
  }

  get bufferedAmount(): number {
    return this.native === null ? 0 : this.native.getBufferedAmount();
  }

  get paused(): boolean {
    return this.holding;
  }

  /** Whether the engine drops what is sent now. */
  get overLimit(): boolean {
    const limit = this.sockets.options.backpressureLimit;
    return limit !== 0 && this.bufferedAmount > limit;
  }

  /** The receiver has it, and the engine does not yet. */
  get waits(): boolean {
    return this.pending !== null;
  }

  send(message: Message, compress: boolean): SendStatus {
    if (this.native === null || !this.open) {
      if (!this.open) return "dropped";
      const own = typeof message === "string" ? message : message.slice();
      return this.later(() => this.send(own, compress));
    }
    this.touch();
    const compressed = compress && this.sockets.options.compress !== "off";
    const status =
      typeof message === "string"
        ? this.native.send(message.toWellFormed(), false, compressed)
        : this.native.send(message, true, compressed);
    return this.statusOf(status);
  }

  ping(content: Message): SendStatus {
    if (this.native === null || !this.open) {
      if (!this.open) return "dropped";
      const own = typeof content === "string" ? content : content.slice();
      return this.later(() => this.ping(own));
    }
    this.touch();
    return this.statusOf(this.native.ping(typeof content === "string" ? content.toWellFormed() : content));
  }

  // The engine has no call for it. A ping does what an unasked pong is for: it shows that we are there.
  pong(content: Message): SendStatus {
    return this.ping(content);
  }

  close(code: number, reason: string): void {
    if (!this.open) return;
    if (this.pending !== null) {
      // What was sent before goes first.
      this.pending.push(() => {
        this.special.open = true;
        this.endWith(code, reason, code);
      });
      this.special.open = false;
      this.tellEnd(code, reason);
      return;
    }
    this.special.open = false;
    // A paused receiver whose client left has not heard of it yet.
    if (this.native === null) this.tellEnd(code, reason);
    else this.endWith(code, reason, code);
  }

  terminate(): void {
    if (!this.open) return;
    this.special.open = false;
    this.sockets.topics.forget(this);
    this.special.reading?.start();
    this.tellEnd(1006, "");
    // At once, the engine would drop what is corked. What the system does not take then is lost, as in Bun.
    setImmediate(() => this.native?.close());
  }

  cork(work: () => void): void {
    const { native } = this;
    if (native === null || !this.open) {
      work();
      return;
    }
    const { corked } = this.sockets;
    corked.push(this);
    native.cork(work);
    corked.pop();
    if (!this.open && this.ending !== null && !corked.includes(this)) this.endNative();
  }

  pause(): void {
    if (this.open && !this.holding) this.special.pause(this.native, this.sockets);
  }

  resume(): void {
    if (this.holding) this.special.resume();
  }

  subscribe(topic: string): void {
    if (!this.open || (this.native === null && this.pending === null)) return;
    if (this.sockets.topics.subscribe(this, topic)) this.native?.subscribe(topic);
  }

  unsubscribe(topic: string): boolean {
    if (!this.sockets.topics.unsubscribe(this, topic)) return false;
    this.native?.unsubscribe(topic);
    return true;
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

  publishNative(app: UwsApp, topic: string, content: UwsBytes, binary: boolean, compress: boolean): void {
    // The engine lets only subscribers publish.
    if (this.native === null || !this.isSubscribed(topic)) app.publish(topic, content, binary, compress);
    else this.native.publish(topic, content, binary, compress);
  }

  /** Asks the engine whether the client follows. */
  noteCongestion(): void {
    const congested = this.bufferedAmount > 0;
    if (congested !== this.congested) this.special.congested = congested;
  }

  /** Calls when it ends, before the receiver hears of it; at once where it has ended. */
  onEnd(listener: () => void): void {
    if (this.special.ended) listener();
    else this.special.endListeners.push(listener);
  }

  opened(native: OpenSocket): void {
    this.native = native;
    this.touch();
    this.sockets.add(native);
    if (this.pending === null) this.sockets.receiver.open(this);
  }

  /** The engine's call that opened is over: does what waited for it. */
  settle(): void {
    const { native, pending } = this;
    if (pending !== null) this.special.pending = null;
    if (native === null || pending === null) return;
    for (const topic of this.topics()) native.subscribe(topic);
    // It may have ended meanwhile: what was sent before is sent all the same.
    const { special } = this;
    const { open } = special;
    special.open = true;
    this.cork(() => {
      for (const work of pending) work();
      special.open &&= open;
    });
    if (!this.open && this.ending === null) this.native?.close();
    if (special.over) this.episode = null;
  }

  /** The receiver gets its socket now, the engine its own in a later turn. */
  openEarly(): void {
    this.special.pending = [];
    this.sockets.receiver.open(this);
  }

  /** The client left before the engine opened. */
  neverOpened(): void {
    this.special.pending = null;
    this.sockets.topics.forget(this);
    this.tellEnd(1006, "");
  }

  message(bytes: ArrayBuffer, binary: boolean): void {
    if (!this.open) return;
    this.touch();
    if (bytes.byteLength > this.sockets.options.maxPayloadLength) {
      this.endWith(1009, TOO_BIG, 1006);
      return;
    }
    const message = binary ? new Uint8Array(bytes.slice(0)) : UTF8.decode(bytes);
    if (this.episode?.holds() !== true) this.sockets.receiver.message(this, message);
    else this.hold(bytes.byteLength, () => this.sockets.receiver.message(this, message));
  }

  pinged(bytes: ArrayBuffer): void {
    const content = new Uint8Array(bytes.slice(0));
    this.tell(content, () => this.sockets.receiver.ping(this, content));
  }

  ponged(bytes: ArrayBuffer): void {
    const content = new Uint8Array(bytes.slice(0));
    this.tell(content, () => this.sockets.receiver.pong(this, content));
  }

  private tell(content: Uint8Array, event: () => void): void {
    if (!this.open) return;
    this.touch();
    if (this.episode?.holds() !== true) event();
    else this.hold(content.length, event);
  }

  /**
   * The engine wrote what waited, or a part of it. The receiver hears in a later turn: what it sends inside
   * this call and the client does not take at once, the engine would never send.
   */
  drained(): void {
    this.episode?.reading?.stopAgain();
    if (!this.open || this.congested) setImmediate(() => this.drainedLater());
  }

  private drainedLater(): void {
    if (!this.open) {
      this.endNative();
    } else if (this.congested) {
      this.noteCongestion();
      this.sockets.receiver.drain(this);
    }
  }

  /** Nothing was heard or said for too long. */
  timeOut(): void {
    if (!this.open || this.native === null || this.holding) return;
    this.special.open = false;
    this.special.ending = { code: 1006, reason: TIMED_OUT };
    this.native.close();
  }

  /** The connection is gone; the engine's socket is dead from here on. */
  closed(native: OpenSocket, code: number, reason: ArrayBuffer): void {
    this.native = null;
    this.episode?.reading?.closed();
    this.sockets.topics.forget(this);
    const text = Buffer.from(reason).toString();
    const end = this.ending ?? { code, reason: code === 1006 && text === LEFT ? "" : text };
    if ((this.held === null && !this.holding) || this.ending !== null) {
      this.tellEnd(end.code, end.reason);
    } else {
      // A paused receiver does not see that the client left, either.
      this.special.held ??= new HeldEvents();
      this.special.held.hold(0, () => this.tellEnd(end.code, end.reason));
    }
    this.sockets.remove(native);
  }

  private touch(): void {
    if (this.sockets.timed) this.lastActive = Date.now();
  }

  private later(work: () => void): SendStatus {
    if (this.pending === null) return "dropped";
    this.pending.push(work);
    return "sent";
  }

  private statusOf(status: number): SendStatus {
    if (status === 1) return "sent";
    this.episode?.reading?.stopAgain();
    if (!this.congested) {
      this.special.congested = true;
      // What waits for the end of a cork may leave with it, and then the engine does not call.
      setImmediate(() => this.bufferedAmount === 0 && this.drainedLater());
    }
    return status === 0 ? "buffered" : "dropped";
  }

  /** @param heard the code that the receiver gets */
  private endWith(code: number, reason: string, heard: number): void {
    this.special.open = false;
    this.special.ending = { code: heard, reason };
    this.special.endCode = code;
    this.special.reading?.start();
    // In a cork of ours the engine would send the Close frame, and never close.
    if (this.sockets.corked.includes(this)) this.tellEnd(heard, reason);
    else this.endNative();
  }

  /** Sends the Close frame and ends; the engine calls `closed` before this returns. */
  private endNative(): void {
    const { ending, native } = this;
    if (ending === null || native === null) return;
    if (this.overLimit) {
      // The engine would drop the Close frame, and all that waits with it: a part must leave first.
      this.tellEnd(ending.code, ending.reason);
      this.linger();
    } else {
      native.end(sentCode(this.special.endCode), ending.reason);
    }
  }

  private linger(): void {
    if (this.special.lingers) return;
    this.special.lingers = true;
    linger(
      () => this.native?.getBufferedAmount() ?? null,
      () => this.native?.close(),
    );
  }

  private tellEnd(code: number, reason: string): void {
    const { special } = this;
    if (special.ended) return;
    special.open = false;
    special.holding = false;
    special.ended = true;
    for (const listener of special.endListeners) listener();
    this.sockets.receiver.close(this, code, reason);
  }

  private hold(bytes: number, event: () => void): void {
    if (this.held?.hold(bytes, () => this.open && event()) === false) this.endWith(1009, TOO_BIG, 1006);
  }
}
