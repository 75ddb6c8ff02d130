import { constants, type ServerHttp2Stream } from "node:http2";
import { addAbortSignal } from "node:stream";
import { CLOSED_WRITER } from "../../closed-writer.js";
import type {
  ContentSink,
  HeaderList,
  PreparedReply,
  ReplyWriter,
  SocketAddress,
  WholeContent,
} from "../../exchange.js";
import { isBodiless } from "../../status-line.js";
import { type ExchangeOwner, ExchangeState } from "../exchange-state.js";
import { SLICE, writeLarge } from "../large-content.js";
import { NodeReplyWriter } from "../reply-writer.js";
import { http2ReplyFields } from "./reply-fields.js";
import type { Http2RequestHead } from "./request-head.js";

/** What an exchange needs to know of its connection. */
export interface Http2Connection extends ExchangeOwner {
  /** Null once the connection is closed, and for unix sockets. */
  remoteAddress(): SocketAddress | null;
  /** A request that waits for its reply, or a reply for its client, until {@link closed}. */
  opened(exchange: Http2Exchange): void;
  closed(exchange: Http2Exchange): void;
  /** Whether a request that waits may do so for longer than so many seconds. */
  waitsLonger(seconds: number): boolean;
  /** No new requests: it closes once those that wait have their reply. */
  leave(): void;
}

/** A request of HTTP/2 and its reply: one stream of a connection. */
export class Http2Exchange extends ExchangeState {
  private readonly connection: Http2Connection;
  private readonly request: ServerHttp2Stream;
  private listening = false;

  constructor(connection: Http2Connection, stream: ServerHttp2Stream, head: Http2RequestHead) {
    super(connection, stream, head);
    this.connection = connection;
    this.request = stream;
  }

  override detach(): void {
    super.detach();
    this.listen();
  }

  override readContent(sink: ContentSink): void {
    this.listen();
    super.readContent(sink);
  }

  override onAbort(listener: () => void): void {
    this.listen();
    super.onAbort(listener);
  }

  remoteAddress(): SocketAddress | null {
    return this.request.destroyed ? null : this.connection.remoteAddress();
  }

  reply(status: number, headers: HeaderList, content: WholeContent): void {
    if (this.over || this.request.headersSent) return;
    const length = lengthOf(content);
    if (content === null || length === 0 || this.method === "HEAD" || isBodiless(status)) {
      this.respond(status, headers, isBodiless(status) ? 0 : length, true);
      this.finished();
      return;
    }
    this.respond(status, headers, length, false);
    if (length > SLICE) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      this.leave(!writeLarge(this.request, bytes, () => this.active()));
      return;
    }
    // Whether text or bytes: a copy less for ASCII.
    if (typeof content === "string") this.request.end(content, length === content.length ? "latin1" : "utf8");
    else this.request.end(content);
    this.finished();
  }

  replyPrepared(reply: PreparedReply): void {
    this.reply(reply.status, reply.headers, reply.content);
  }

  replyHead(status: number, headers: HeaderList, length: number): void {
    if (this.over || this.request.headersSent) return;
    this.respond(status, headers, length < 0 ? null : length, true);
    this.finished();
  }

  stream(status: number, headers: HeaderList, length: number): ReplyWriter {
    if (this.over || this.request.headersSent) return CLOSED_WRITER;
    this.listen();
    this.respond(status, headers, length < 0 ? null : length, false, true);
    return new NodeReplyWriter(this.request, this, length);
  }

  /** The other requests of the connection go on. */
  close(): void {
    if (this.replied) return;
    this.abort();
    this.cutOff();
  }

  refuse(line: string): void {
    if (this.over) return;
    if (this.request.headersSent) {
      this.close();
      return;
    }
    this.abortListeners = null;
    this.respond(Number.parseInt(line, 10), [], null, true);
    this.finished();
  }

  // RFC 8441 is not what Bun speaks: WebSockets come by HTTP/1.1 only.
  upgrade(): boolean {
    return false;
  }

  finished(): void {
    if (!this.over) this.leave(this.unsentBytes > this.soonTaken);
  }

  /** Bytes that the client takes without being asked. */
  private get soonTaken(): number {
    const window = this.request.session?.remoteSettings.initialWindowSize ?? SLICE;
    return Math.min(window, SLICE);
  }

  /** @param waits whether the client has more to take than it does without being asked */
  private leave(waits: boolean): void {
    this.handedOver(waits);
    if (this.sending) this.request.on("finish", () => this.sent());
    // Without any content, the stream must not end before the reply is written: node would make an error for
    // each, with a stack.
    if (this.request.endAfterHeaders) return;
    // What has come of the request is dropped; unread, it would hold the stream open. The client is told to keep
    // the rest (RFC 9113 section 8.1).
    this.request.resume();
    if (this.request.readableEnded) return;
    // Not before the head has left: a reset would overtake it.
    setImmediate(() => {
      if (!this.request.destroyed) this.request.close(constants.NGHTTP2_NO_ERROR);
    });
  }

  // Nothing can happen to a request that is answered at once: most streams need no listeners.
  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    const { request, connection } = this;
    connection.opened(this);
    request.on("aborted", () => {
      this.abort();
      // node would keep a stream with its bytes that a client resets without an error.
      if (request.rstCode === constants.NGHTTP2_NO_ERROR) request.destroy();
    });
    request.on("close", () => {
      connection.closed(this);
      this.abort();
    });
  }

  private respond(
    status: number,
    headers: HeaderList,
    length: number | null,
    ends: boolean,
    streamed = false,
  ): void {
    if (this.request.destroyed) return;
    if (status === 101) {
      // HTTP/2 has none (RFC 9113 section 8.6).
      this.request.close(constants.NGHTTP2_PROTOCOL_ERROR);
      return;
    }
    const announced = status === 304 ? null : length;
    // Bun writes the length before the date where the content does not follow at once.
    const lengthFirst = (this.method === "HEAD" && !isBodiless(status)) || streamed;
    this.request.respond(http2ReplyFields(status, headers, announced, lengthFirst), { endStream: ends });
  }

  // Of a reset without an error, node tells nobody who has ended the reply.
  override check(): void {
    if (this.request.closed && !this.request.writableFinished) this.request.destroy();
  }

  // The stream's close() would end the reply first, as if it were complete.
  private cutOff(): void {
    this.request.destroy(new Error("The reply was cut off"));
  }

  protected get unsentBytes(): number {
    return this.request.writableLength;
  }

  protected timeOut(): void {
    if (this.aborted) return;
    // As in Bun, the most patient of a connection's requests speaks for all.
    if (this.connection.waitsLonger(this.idleTimeout)) {
      this.active();
      return;
    }
    if (!this.replied) this.receiver.expired?.(this);
    this.abort();
    // The stream's close() would end a reply first, as if it were complete; this tells the client the same code.
    if (this.request.headersSent) addAbortSignal(AbortSignal.abort(), this.request);
    else this.request.close(constants.NGHTTP2_CANCEL);
    this.connection.leave();
  }
}

function lengthOf(content: WholeContent): number {
  if (content === null) return 0;
  return typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
}
