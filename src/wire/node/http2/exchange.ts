import { constants, type ServerHttp2Stream } from "node:http2";
import { CLOSED_WRITER } from "../../closed-writer.js";
import type {
  ContentSink,
  Exchange,
  HeaderList,
  PreparedReply,
  ReplyWriter,
  SocketAddress,
  WholeContent,
} from "../../exchange.js";
import type { IdleWatch, Watched } from "../../idle-watch.js";
import { isBodiless, statusLine } from "../../status-line.js";
import type { Receiver } from "../../wire.js";
import { type ContentOwner, NodeContent } from "../content.js";
import { NodeReplyWriter, type WriterOwner } from "../reply-writer.js";
import { http2ReplyFields } from "./reply-fields.js";
import type { Http2RequestHead } from "./request-head.js";

/** What an exchange needs to know of its connection. */
export interface Http2Connection {
  readonly secure: boolean;
  readonly receiver: Receiver;
  readonly idle: IdleWatch;
  /** Seconds; 0: never. */
  readonly idleTimeout: number;
  /** Null once the connection is closed, and for unix sockets. */
  remoteAddress(): SocketAddress | null;
  /** No new requests: it closes once those that wait have their reply. */
  leave(): void;
}

/** A request of HTTP/2 and its reply: one stream of a connection. */
export class Http2Exchange implements Exchange, WriterOwner, ContentOwner, Watched {
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

  private readonly connection: Http2Connection;
  private readonly request: ServerHttp2Stream;
  private readonly fields: readonly string[];
  private content: NodeContent | null = null;
  private abortListeners: (() => void)[] | null = null;
  private watched = false;
  private unsent = 0;

  constructor(connection: Http2Connection, stream: ServerHttp2Stream, head: Http2RequestHead) {
    this.connection = connection;
    this.idleTimeout = connection.idleTimeout;
    this.request = stream;
    this.method = head.method;
    this.target = head.target;
    this.fields = head.fields;
    this.contentLength = head.contentLength;
    stream.on("aborted", () => this.abort());
    stream.on("close", () => this.abort());
  }

  get path(): string {
    const query = this.target.indexOf("?");
    return query < 0 ? this.target : this.target.slice(0, query);
  }

  get hasContent(): boolean {
    return this.contentLength !== 0;
  }

  get freesBytes(): boolean {
    return false;
  }

  get receiver(): Receiver {
    return this.connection.receiver;
  }

  get secure(): boolean {
    return this.connection.secure;
  }

  /** Nothing can be sent any more. */
  get over(): boolean {
    return this.aborted || this.replied;
  }

  header(name: string): string | null {
    let value: string | null = null;
    for (let i = 0; i < this.fields.length; i += 2) {
      if (this.fields[i] !== name) continue;
      const next = this.fields[i + 1] ?? "";
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

  // A stream lives as long as somebody holds it; only its time begins to count.
  detach(): void {
    if (this.watched || this.over) return;
    this.watched = true;
    this.connection.idle.add(this);
  }

  remoteAddress(): SocketAddress | null {
    return this.request.destroyed ? null : this.connection.remoteAddress();
  }

  readContent(sink: ContentSink): void {
    if (!this.hasContent) sink.end();
    else if (this.over) sink.abort("closed");
    else this.content = new NodeContent(this.request, sink, this);
  }

  pauseContent(): void {
    this.content?.pause();
  }

  resumeContent(): void {
    this.content?.resume();
  }

  reply(status: number, headers: HeaderList, content: WholeContent): void {
    if (this.over || this.request.headersSent) return;
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    const length = bytes?.byteLength ?? 0;
    if (this.method === "HEAD" || isBodiless(status) || length === 0) {
      this.respond(status, headers, isBodiless(status) ? 0 : length, true);
    } else {
      this.respond(status, headers, length, false);
      this.request.end(bytes);
    }
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
    this.respond(status, headers, length < 0 ? null : length, false, true);
    return new NodeReplyWriter(this.request, this, length);
  }

  onAbort(listener: () => void): void {
    if (this.aborted) listener();
    else if (!this.replied) (this.abortListeners ??= []).push(listener);
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

  /** A sign of life from the client. */
  active(): void {
    this.lastActive = this.connection.idle.now;
  }

  expire(): void {
    if (this.over) return;
    const unsent = this.request.writableLength;
    const taking = unsent > 0 && unsent !== this.unsent;
    this.unsent = unsent;
    if (taking || this.content?.holdsClient === true) {
      this.active();
      return;
    }
    this.connection.receiver.expired?.(this);
    this.abort();
    if (this.request.headersSent) this.cutOff();
    else this.request.close(constants.NGHTTP2_CANCEL);
    this.connection.leave();
  }

  check(): void {}

  contentExceeded(): void {
    this.content?.abort("limit");
    this.refuse(statusLine(413));
  }

  finished(): void {
    if (this.over) return;
    this.replied = true;
    this.abortListeners = null;
    this.unwatch();
    this.content?.abort("closed");
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

  private respond(
    status: number,
    headers: HeaderList,
    length: number | null,
    ends: boolean,
    streamed = false,
  ): void {
    if (this.request.destroyed) return;
    const announced = status === 304 ? null : length;
    // Bun writes the length before the date where the content does not follow at once.
    const lengthFirst = (this.method === "HEAD" && !isBodiless(status)) || streamed;
    this.request.respond(http2ReplyFields(status, headers, announced, lengthFirst), { endStream: ends });
  }

  // The stream's close() would end the reply first, as if it were complete.
  private cutOff(): void {
    this.request.destroy(new Error("The reply was cut off"));
  }

  private unwatch(): void {
    if (!this.watched) return;
    this.watched = false;
    this.connection.idle.remove(this);
  }

  private abort(): void {
    if (this.aborted) return;
    this.content?.abort("closed");
    if (this.replied) return;
    this.aborted = true;
    this.unwatch();
    this.connection.receiver.aborted?.(this);
    const listeners = this.abortListeners;
    this.abortListeners = null;
    for (const listener of listeners ?? []) listener();
  }
}
