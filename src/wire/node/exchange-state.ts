import type { Readable } from "node:stream";
import type {
  ContentSink,
  Exchange,
  HeaderList,
  PreparedReply,
  ReplyWriter,
  SocketAddress,
  WholeContent,
} from "../exchange.js";
import type { IdleWatch, Watched } from "../idle-watch.js";
import { statusLine } from "../status-line.js";
import type { Receiver } from "../wire.js";
import { type ContentOwner, NodeContent } from "./content.js";
import type { WriterOwner } from "./reply-writer.js";

/** What an exchange needs to know of its listener. */
export interface ExchangeOwner {
  readonly secure: boolean;
  readonly receiver: Receiver;
  readonly idle: IdleWatch;
  /** Seconds; 0: never. */
  readonly idleTimeout: number;
}

/** What the first line and the fields of a request say. */
export interface ExchangeHead {
  readonly method: string;
  readonly target: string;
  /** Names and values in turn. */
  readonly fields: readonly string[];
  /** 0: no content; -1: its length is not announced. */
  readonly contentLength: number;
}

/** What requests of HTTP/1.1 and HTTP/2 have in common: their fields, content, time and end. */
export abstract class ExchangeState implements Exchange, WriterOwner, ContentOwner, Watched {
  readonly method: string;
  readonly target: string;
  readonly contentLength: number;
  contentLimit = Number.POSITIVE_INFINITY;
  idleTimeout: number;
  lastActive = 0;
  nextWatched: Watched | null = null;
  previousWatched: Watched | null = null;
  owner: unknown = null;
  aborted = false;
  replied = false;
  sending = false;

  protected readonly listener: ExchangeOwner;
  protected readonly fields: readonly string[];
  protected content: NodeContent | null = null;
  protected abortListeners: (() => void)[] | null = null;
  private readonly incoming: Readable;
  private sentListener: (() => void) | null = null;
  private watched = false;
  /** Bytes that the client had not taken when it was last asked. */
  private unsent = 0;

  constructor(listener: ExchangeOwner, incoming: Readable, head: ExchangeHead) {
    this.listener = listener;
    this.incoming = incoming;
    this.idleTimeout = listener.idleTimeout;
    this.method = head.method;
    this.target = head.target;
    this.fields = head.fields;
    this.contentLength = head.contentLength;
  }

  get path(): string {
    const query = this.target.indexOf("?");
    return query < 0 ? this.target : this.target.slice(0, query);
  }

  get hasContent(): boolean {
    return this.contentLength !== 0;
  }

  // node holds on to bytes until the socket has taken them, and does not say when.
  get freesBytes(): boolean {
    return false;
  }

  get receiver(): Receiver {
    return this.listener.receiver;
  }

  get secure(): boolean {
    return this.listener.secure;
  }

  /** Nothing can be sent any more. */
  get over(): boolean {
    return this.aborted || this.replied;
  }

  header(name: string): string | null {
    const { fields } = this;
    let value: string | null = null;
    for (let i = 0; i < fields.length; i += 2) {
      const field = fields[i] ?? "";
      if (field.length !== name.length || field.toLowerCase() !== name) continue;
      const next = fields[i + 1] ?? "";
      value = value === null ? next : value + (name === "cookie" ? "; " : ", ") + next;
    }
    return value;
  }

  hasField(name: string): boolean {
    return Boolean(this.header(name));
  }

  headerList(): string[] {
    return [...this.fields];
  }

  // node's request lives as long as somebody holds it; only its time begins to count.
  detach(): void {
    if (this.watched || this.over) return;
    this.watched = true;
    this.listener.idle.add(this);
  }

  readContent(sink: ContentSink): void {
    if (!this.hasContent) sink.end();
    else if (this.over) sink.abort("closed");
    else this.content = new NodeContent(this.incoming, sink, this);
  }

  pauseContent(): void {
    this.content?.pause();
  }

  resumeContent(): void {
    this.content?.resume();
  }

  onAbort(listener: () => void): void {
    if (this.aborted) listener();
    else if (!this.replied || this.sending) (this.abortListeners ??= []).push(listener);
  }

  onSent(listener: () => void): void {
    if (this.sending) this.sentListener = listener;
  }

  contentExceeded(): void {
    this.content?.abort("limit");
    this.refuse(statusLine(413));
  }

  /** A sign of life from the client. */
  active(): void {
    this.lastActive = this.listener.idle.now;
  }

  expire(): void {
    const { unsentBytes } = this;
    const taking = unsentBytes > 0 && unsentBytes !== this.unsent;
    this.unsent = unsentBytes;
    if (taking || this.content?.holdsClient === true) this.active();
    else this.timeOut();
  }

  check(): void {}

  /** The client left, or the connection is being closed. */
  abort(): void {
    if (this.aborted) return;
    this.content?.abort("closed");
    this.unwatch();
    if (this.replied && !this.sending) return;
    this.aborted = true;
    this.sending = false;
    this.sentListener = null;
    const listeners = this.abortListeners;
    this.abortListeners = null;
    for (const listener of listeners ?? []) listener();
    this.receiver.aborted?.(this);
  }

  /** The reply was handed over: whether the client has taken it is still to be seen where a lot waits. */
  protected handedOver(waits: boolean): void {
    // Who does not take a large reply is not waited for for ever either.
    if (waits) this.detach();
    else this.unwatch();
    this.replied = true;
    this.sending = waits;
    this.unsent = this.unsentBytes;
    if (!waits) this.abortListeners = null;
    this.content?.abort("closed");
  }

  /** All of the reply has left. */
  protected sent(): void {
    this.unwatch();
    if (!this.sending) return;
    this.sending = false;
    this.abortListeners = null;
    const { sentListener } = this;
    this.sentListener = null;
    sentListener?.();
  }

  protected unwatch(): void {
    if (!this.watched) return;
    this.watched = false;
    this.listener.idle.remove(this);
  }

  /** What node holds for a client that has not taken it. */
  protected abstract get unsentBytes(): number;
  /** The client did nothing for as long as it may. */
  protected abstract timeOut(): void;

  abstract remoteAddress(): SocketAddress | null;
  abstract reply(status: number, headers: HeaderList, content: WholeContent): void;
  abstract replyPrepared(reply: PreparedReply): void;
  abstract replyHead(status: number, headers: HeaderList, length: number): void;
  abstract stream(status: number, headers: HeaderList, length: number): ReplyWriter;
  abstract upgrade(owner: unknown, headers: HeaderList, protocol: string): boolean;
  abstract close(): void;
  abstract refuse(line: string): void;
  abstract finished(): void;
}
