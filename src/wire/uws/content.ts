import type { ContentAbort, ContentSink } from "../exchange.js";
import { LEAST_THROUGHPUT } from "../idle-watch.js";
import { ENGINE_READ, FloodWatch } from "./receive-buffer.js";
import type { UwsResponse } from "./types.js";

/** Bytes kept for a reader that has not come yet before the client is held back. */
const UNREAD_LIMIT = 256 * 1024;

/** What the content of a request wants from its exchange. */
export interface ContentOwner {
  readonly contentLimit: number;
  readonly idleTimeout: number;
  /** The client sends fast enough. */
  active(): void;
  /** More content arrived than the limit allows. */
  contentExceeded(): void;
  /** Of its connection, which content arrives on just now; -1 where it cannot be told. */
  descriptor(): number;
}

/**
 * The content of one request. The engine delivers only to a handler that was attached during the route
 * callback, so it is attached for every request that announced content, and what comes before a reader
 * asks is kept here.
 */
export class UwsContent {
  private readonly response: UwsResponse;
  private readonly owner: ContentOwner;
  private flood: FloodWatch | null = null;
  private received = 0;
  private receivedWhenActive = 0;
  private sink: ContentSink | null = null;
  private unread: Uint8Array[] | null = [];
  private unreadBytes = 0;
  private complete = false;
  private aborted: ContentAbort | null = null;
  private discarding: (() => void) | null = null;
  private paused = false;
  /** Set by the reader's `pause`, as against our own for want of a reader. */
  private held = false;
  private afterRoute: (() => void) | null = null;
  private routeReturned = false;

  constructor(response: UwsResponse, owner: ContentOwner) {
    this.response = response;
    this.owner = owner;
    response.onData((chunk, last) => this.receive(chunk, last));
  }

  /**
   * Runs `send` once the route callback has returned. A reply that ends inside it, with a content handler
   * attached, would switch off the engine's idle timer for the connection's whole life.
   */
  onceRouteReturned(send: () => void): void {
    if (this.routeReturned) {
      send();
      return;
    }
    this.afterRoute = send;
    setImmediate(() => this.leaveRoute());
  }

  /** Whether it is the client's turn. */
  get waits(): boolean {
    return !this.complete && !this.paused && this.aborted === null;
  }

  /** Whether the client may not send on. */
  get holdsClient(): boolean {
    return this.paused && !this.complete;
  }

  read(sink: ContentSink): void {
    this.sink = sink;
    if (this.aborted !== "limit") for (const bytes of this.unread ?? []) sink.chunk(bytes);
    this.unread = null;
    // A refused upload is read to its end, but nobody shall take a part of it for the whole.
    if (this.aborted !== null) sink.abort(this.aborted);
    else if (this.complete) sink.end();
    else if (!this.held) this.resumeSocket();
  }

  pause(): void {
    this.held = true;
    this.pauseSocket();
  }

  resume(): void {
    this.held = false;
    this.resumeSocket();
  }

  /** The reply is about to be complete: nobody reads on, and the connection must not stay paused. */
  release(): void {
    const sink = this.complete ? null : this.sink;
    this.sink = null;
    this.unread = null;
    this.resumeSocket();
    this.complete = true;
    sink?.abort("closed");
  }

  /** What is still to come is dropped. Calls `done` when the client has sent all of it. */
  discard(cause: ContentAbort, done: () => void): void {
    if (this.complete) {
      done();
      return;
    }
    this.abort(cause);
    this.unread = null;
    this.discarding = done;
    this.resumeSocket();
  }

  abort(cause: ContentAbort): void {
    if (this.complete || this.aborted !== null) return;
    this.aborted = cause;
    this.afterRoute = null;
    const sink = this.sink;
    this.sink = null;
    sink?.abort(cause);
  }

  private receive(chunk: ArrayBuffer, last: boolean): void {
    // The engine calls this when the route callback has returned, at the earliest.
    this.routeReturned = true;
    if (this.discarding === null && !this.complete && chunk.byteLength > 0) {
      this.received += chunk.byteLength;
      if (this.received - this.receivedWhenActive >= LEAST_THROUGHPUT * this.owner.idleTimeout) {
        this.receivedWhenActive = this.received;
        this.owner.active();
      }
      if (chunk.byteLength === ENGINE_READ) (this.flood ??= new FloodWatch()).fullRead(this.owner);
      if (this.received > this.owner.contentLimit) this.owner.contentExceeded();
      else this.deliver(chunk);
    }
    if (last && !this.complete) {
      this.complete = true;
      if (this.aborted === null) this.sink?.end();
      this.discarding?.();
    }
    if (last) this.leaveRoute();
  }

  // The engine takes the chunk back when its callback returns.
  private deliver(chunk: ArrayBuffer): void {
    const { sink, unread } = this;
    if (sink?.borrows === true) {
      sink.chunk(new Uint8Array(chunk));
    } else if (sink !== null) {
      sink.chunk(new Uint8Array(chunk.slice(0)));
    } else if (unread !== null) {
      unread.push(new Uint8Array(chunk.slice(0)));
      this.unreadBytes += chunk.byteLength;
      if (this.unreadBytes >= UNREAD_LIMIT) this.pauseSocket();
    }
  }

  private leaveRoute(): void {
    this.routeReturned = true;
    const send = this.afterRoute;
    this.afterRoute = null;
    send?.();
  }

  private pauseSocket(): void {
    if (this.paused || this.complete || this.aborted !== null) return;
    this.paused = true;
    this.response.pause();
  }

  // Only ever after an own pause: the engine makes a socket deaf for ever otherwise.
  private resumeSocket(): void {
    if (!this.paused || (this.aborted !== null && this.discarding === null)) return;
    this.paused = false;
    this.response.resume();
  }
}
