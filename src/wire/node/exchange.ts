import type { IncomingMessage, ServerResponse } from "node:http";
import { CLOSED_WRITER } from "../closed-writer.js";
import { negotiateDeflate } from "../deflate-offer.js";
import type {
  ContentSink,
  Exchange,
  HeaderList,
  PreparedReply,
  ReplyWriter,
  SocketAddress,
  WholeContent,
} from "../exchange.js";
import type { Watched } from "../idle-watch.js";
import { isBodiless, reasonPhrase, statusLine } from "../status-line.js";
import type { Receiver } from "../wire.js";
import type { NodeConnection } from "./connection.js";
import { type ContentOwner, NodeContent } from "./content.js";
import { MessageDeflate } from "./deflate.js";
import type { EarlyBytes } from "./early-bytes.js";
import { type ReplyFraming, replyFields } from "./reply-fields.js";
import { NodeReplyWriter, type WriterOwner } from "./reply-writer.js";
import type { RequestHead } from "./request-head.js";
import { NodeSocket } from "./socket.js";
import { switchingProtocols } from "./upgrade.js";

/** Bytes that the system takes at once, whoever reads them. */
const SOON_SENT = 64 * 1024;

/** A request of node:http and its reply. */
export class NodeExchange implements Exchange, WriterOwner, ContentOwner, Watched {
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
  /** The connection ends with this reply. */
  closes: boolean;
  /** What arrived behind the request, if it may become a WebSocket. */
  early: EarlyBytes | null = null;

  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;
  private readonly connection: NodeConnection;
  private content: NodeContent | null = null;
  private abortListeners: (() => void)[] | null = null;
  /** What it became. */
  private socket: NodeSocket | null = null;
  /** Bun writes the head of a prepared reply to HEAD as it would to GET. */
  private prepared = false;
  private watched = false;
  /** Bytes that the client had not taken when it was last asked. */
  private unsent = 0;

  constructor(
    connection: NodeConnection,
    request: IncomingMessage,
    response: ServerResponse,
    head: RequestHead,
  ) {
    this.connection = connection;
    this.idleTimeout = connection.owner.idleTimeout;
    this.request = request;
    this.response = response;
    this.method = request.method ?? "";
    this.target = head.target;
    this.contentLength = head.contentLength;
    this.closes = head.close;
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
    return this.connection.owner.receiver;
  }

  get secure(): boolean {
    return this.connection.secure;
  }

  /** Nothing can be sent any more. */
  get over(): boolean {
    return this.aborted || this.replied;
  }

  /** Whether a part of the reply may be on the wire already. */
  get started(): boolean {
    return this.response.headersSent;
  }

  header(name: string): string | null {
    const fields = this.request.rawHeaders;
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
    return this.request.rawHeaders;
  }

  // node's request lives as long as somebody holds it; only its time begins to count.
  detach(): void {
    if (this.watched || this.over) return;
    this.watched = true;
    this.connection.owner.idle.add(this);
  }

  remoteAddress(): SocketAddress | null {
    return this.over ? null : this.connection.remoteAddress();
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
    if (this.over) return;
    if (this.method === "HEAD" || isBodiless(status)) {
      this.writeHead(status, headers, lengthOf(content));
      this.response.end();
    } else if (typeof content === "string") {
      const length = Buffer.byteLength(content);
      this.writeHead(status, headers, length);
      // node sends head and string in one encoding: latin-1 is right for fields, and for ASCII content.
      if (length === content.length) this.response.end(content, "latin1");
      else this.response.end(Buffer.from(content, "utf8"));
    } else {
      this.writeHead(status, headers, lengthOf(content));
      if (content === null) this.response.end("", "latin1");
      else this.response.end(content);
    }
    this.finished();
  }

  replyPrepared(reply: PreparedReply): void {
    this.prepared = true;
    this.reply(reply.status, reply.headers, reply.content);
  }

  replyHead(status: number, headers: HeaderList, length: number): void {
    if (this.over) return;
    this.writeHead(status, headers, length < 0 ? "chunked" : length);
    this.response.end("", "latin1");
    this.finished();
  }

  stream(status: number, headers: HeaderList, length: number): ReplyWriter {
    if (this.over || this.started) return CLOSED_WRITER;
    const untilClose = length < 0 && this.request.httpVersionMinor === 0;
    this.writeHead(status, headers, length >= 0 ? length : untilClose ? "none" : "chunked");
    // Sends the head even if the first piece is long in coming. node would encode fields as UTF-8 if the
    // first piece were a string.
    this.response.write("", "latin1");
    return new NodeReplyWriter(this.response, this, length);
  }

  onAbort(listener: () => void): void {
    if (this.aborted) listener();
    else if (this.socket !== null) this.socket.onEnd(listener);
    else if (!this.replied) (this.abortListeners ??= []).push(listener);
  }

  upgrade(owner: unknown, headers: HeaderList, protocol: string): boolean {
    const { connection, response, early } = this;
    const { sockets, socket } = connection;
    if (this.over || this.started || sockets === null || early === null || socket.destroyed) return false;
    const terms = negotiateDeflate(
      this.header("sec-websocket-extensions") ?? "",
      sockets.options.compress,
      sockets.options.decompress,
    );
    const key = this.header("sec-websocket-key") ?? "";
    const { abortListeners } = this;
    connection.upgraded = true;
    this.finished();
    response.detachSocket(socket);
    response.emit("close");
    socket.write(switchingProtocols(key, headers, protocol, terms?.answer ?? ""), "latin1");
    const deflate = terms === null ? null : new MessageDeflate(terms);
    this.socket = new NodeSocket(sockets, owner, socket, deflate, abortListeners);
    this.socket.start(early.take());
    return true;
  }

  close(): void {
    if (this.replied) return;
    this.abort();
    this.connection.destroy();
  }

  refuse(line: string): void {
    if (this.over) return;
    if (this.started) {
      this.close();
      return;
    }
    this.replied = true;
    this.abortListeners = null;
    this.unwatch();
    // What is still to come is read, so that the client can be answered, and dropped.
    this.request.resume();
    this.connection.refuse(line);
  }

  contentExceeded(): void {
    this.content?.abort("limit");
    this.refuse(statusLine(413));
  }

  /** Answers a request that the receiver never sees, in its turn, as Bun does: no content, no further fields. */
  refuseHead(status: number): void {
    this.closes = true;
    this.withoutAutomaticFields();
    this.response.writeHead(status, reasonPhrase(status), ["Connection", "close"]);
    this.response.end("", "latin1");
    this.finished();
  }

  finished(): void {
    if (this.over) return;
    // Who does not take a large reply is not waited for either.
    if (this.connection.socket.writableLength > SOON_SENT) this.detach();
    else this.unwatch();
    this.replied = true;
    this.abortListeners = null;
    this.content?.abort("closed");
  }

  /** A sign of life from the client. */
  active(): void {
    this.lastActive = this.connection.owner.idle.now;
  }

  expire(): void {
    const unsent = this.connection.socket.writableLength;
    const taking = unsent > 0 && unsent !== this.unsent;
    this.unsent = unsent;
    if (taking || this.content?.holdsClient === true) {
      this.active();
      return;
    }
    if (this.over) {
      this.connection.destroy();
      return;
    }
    this.connection.owner.receiver.expired?.(this);
    this.close();
  }

  check(): void {}

  /** The reply left this process, or never will. */
  left(): void {
    this.unwatch();
  }

  private unwatch(): void {
    if (!this.watched) return;
    this.watched = false;
    this.connection.owner.idle.remove(this);
  }

  /** The client left, or the connection is being closed. */
  abort(): void {
    if (this.aborted) return;
    this.content?.abort("closed");
    this.unwatch();
    if (this.replied) return;
    this.aborted = true;
    this.connection.owner.receiver.aborted?.(this);
    const listeners = this.abortListeners;
    this.abortListeners = null;
    for (const listener of listeners ?? []) listener();
  }

  private writeHead(status: number, headers: HeaderList, framing: ReplyFraming): void {
    const head = this.method === "HEAD" && !this.prepared;
    const fields = replyFields(headers, isBodiless(status) ? "none" : framing, head);
    this.closes ||= fields.close || this.connection.stopping;
    this.withoutAutomaticFields();
    this.response.writeHead(status, reasonPhrase(status), fields.list);
  }

  private withoutAutomaticFields(): void {
    const response = this.response;
    response.sendDate = false;
    response.shouldKeepAlive = !this.closes;
    response.removeHeader("connection");
    response.removeHeader("content-length");
    response.removeHeader("transfer-encoding");
  }
}

function lengthOf(content: WholeContent): number {
  if (content === null) return 0;
  return typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
}
