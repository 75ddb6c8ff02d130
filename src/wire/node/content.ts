import type { IncomingMessage } from "node:http";
import type { ContentSink } from "../exchange.js";

/** The content of one request on its way from node's stream to the reader. */
export class NodeContent {
  private readonly request: IncomingMessage;
  private readonly sink: ContentSink;
  private over = false;

  constructor(request: IncomingMessage, sink: ContentSink) {
    this.request = request;
    this.sink = sink;
    request.on("data", (bytes: Uint8Array) => {
      if (!this.over) sink.chunk(bytes);
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
  abort(): void {
    if (this.over) return;
    this.over = true;
    this.request.resume();
    this.sink.abort();
  }
}
