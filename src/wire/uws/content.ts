import type { ContentSink } from "../exchange.js";
import type { UwsResponse } from "./types.js";

/** Bytes kept for a reader that has not come yet before the client is held back. */
const UNREAD_LIMIT = 256 * 1024;

/**
 * The content of one request. The engine delivers only to a handler that was attached during the route
 * callback, so it is attached for every request that announced content, and what comes before a reader
 * asks is kept here.
 */
export class UwsContent {
  private readonly response: UwsResponse;
  private sink: ContentSink | null = null;
  private unread: Uint8Array[] | null = [];
  private unreadBytes = 0;
  private complete = false;
  private aborted = false;
  private paused = false;
  /** Set by the reader's `pause`, as against our own for want of a reader. */
  private held = false;
  private afterRoute: (() => void) | null = null;
  private routeReturned = false;

  constructor(response: UwsResponse) {
    this.response = response;
    response.onData((chunk, last) => this.receive(chunk, last));
    setImmediate(() => this.leaveRoute());
  }

  /**
   * Runs `send` once the route callback has returned. A reply that ends inside it, with a content handler
   * attached, would switch off the engine's idle timer for the connection's whole life.
   */
  onceRouteReturned(send: () => void): void {
    if (this.routeReturned) send();
    else this.afterRoute = send;
  }

  read(sink: ContentSink): void {
    this.sink = sink;
    for (const bytes of this.unread ?? []) sink.chunk(bytes);
    this.unread = null;
    if (this.complete) sink.end();
    else if (this.aborted) sink.abort();
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
    sink?.abort();
  }

  abort(): void {
    if (this.complete) return;
    this.aborted = true;
    this.afterRoute = null;
    this.sink?.abort();
  }

  private receive(chunk: ArrayBuffer, last: boolean): void {
    if (!this.complete && chunk.byteLength > 0) this.deliver(new Uint8Array(chunk.slice(0)));
    if (last && !this.complete) {
      this.complete = true;
      this.sink?.end();
    }
    // The route callback has returned: the engine calls this right after it at the earliest.
    if (last) this.leaveRoute();
  }

  private deliver(bytes: Uint8Array): void {
    if (this.sink !== null) {
      this.sink.chunk(bytes);
    } else if (this.unread !== null) {
      this.unread.push(bytes);
      this.unreadBytes += bytes.byteLength;
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
    if (this.paused || this.complete || this.aborted) return;
    this.paused = true;
    this.response.pause();
  }

  // Only ever after an own pause: the engine makes a socket deaf for ever otherwise.
  private resumeSocket(): void {
    if (!this.paused || this.aborted) return;
    this.paused = false;
    this.response.resume();
  }
}
