import type { IncomingMessage } from "node:http";
import type { ContentAbort, ContentSink } from "../exchange.js";

/** What the content of a request wants from its exchange. */
export interface ContentOwner {
  readonly contentLimit: number;
  /** More content arrived than the limit allows. */
  contentExceeded(): void;
}

/** The content of one request on its way from node's stream to the reader. */
export class NodeContent {
  private readonly request: IncomingMessage;
  private readonly sink: ContentSink;
  private received = 0;
  private over = false;

  constructor(request: IncomingMessage, sink: ContentSink, owner: ContentOwner) {
    this.request = request;
    this.sink = sink;
    request.on("data", (bytes: Uint8Array) => {
      if (this.over) return;
      this.received += bytes.byteLength;
      if (this.received > owner.contentLimit) owner.contentExceeded();
      else sink.chunk(bytes);
    });
    request.on("end", () => {
      if (this.over) return;
      this.over = true;
      sink.end();
    });
  }

  pause(): void {
    if (!this.over) this.request.pause();
  }

  resume(): void {
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
