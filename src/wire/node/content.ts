import type { Readable } from "node:stream";
import type { ContentAbort, ContentSink } from "../exchange.js";
import { LEAST_THROUGHPUT } from "../idle-watch.js";

/** What the content of a request wants from its exchange. */
export interface ContentOwner {
  readonly contentLimit: number;
  readonly idleTimeout: number;
  /** The client sends fast enough. */
  active(): void;
  /** More content arrived than the limit allows. */
  contentExceeded(): void;
}

/** The content of one request on its way from node's stream to the reader. */
export class NodeContent {
  private readonly request: Readable;
  private readonly sink: ContentSink;
  private received = 0;
  private receivedWhenActive = 0;
  private paused = false;
  private over = false;

  constructor(request: Readable, sink: ContentSink, owner: ContentOwner) {
    this.request = request;
    this.sink = sink;
    const receive = (bytes: Uint8Array): void => {
      if (this.over) return;
      this.received += bytes.byteLength;
      if (this.received - this.receivedWhenActive >= LEAST_THROUGHPUT * owner.idleTimeout) {
        this.receivedWhenActive = this.received;
        owner.active();
      }
      if (this.received <= owner.contentLimit) {
        sink.chunk(bytes);
      } else {
        this.abort("limit");
        owner.contentExceeded();
      }
    };
    const end = (): void => {
      if (this.over) return;
      this.over = true;
      sink.end();
    };
    if (isComplete(request)) {
      // What is there needs no waiting for.
      const bytes: unknown = request.read();
      if (bytes instanceof Uint8Array) receive(bytes);
      if (request.readableLength === 0) end();
    }
    request.on("data", receive);
    request.on("end", end);
  }

  /** Whether the client may not send on. */
  get holdsClient(): boolean {
    return this.paused && !this.over;
  }

  pause(): void {
    this.paused = true;
    if (!this.over) this.request.pause();
  }

  resume(): void {
    this.paused = false;
    if (!this.over) this.request.resume();
  }

  /** The client left, or the reply is complete: what is still to come is dropped. */
  abort(cause: ContentAbort): void {
    if (this.over) return;
    this.over = true;
    this.request.resume();
    this.sink.abort(cause);
  }
}

/** Whether node's parser is done with the message. */
function isComplete(request: Readable): boolean {
  return "complete" in request && request.complete === true;
}
