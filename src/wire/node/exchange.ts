import type { IncomingMessage, ServerResponse } from "node:http";
import { CLOSED_WRITER } from "../closed-writer.js";
import { negotiateDeflate } from "../deflate-offer.js";
import type { HeaderList, PreparedReply, ReplyWriter, SocketAddress, WholeContent } from "../exchange.js";
import { isBodiless, reasonPhrase } from "../status-line.js";
import type { NodeConnection } from "./connection.js";
import { MessageDeflate } from "./deflate.js";
import type { EarlyBytes } from "./early-bytes.js";
import { ExchangeState } from "./exchange-state.js";
import { SLICE, writeLarge } from "./large-content.js";
import { type ReplyFraming, replyFields } from "./reply-fields.js";
import { NodeReplyWriter } from "./reply-writer.js";
import type { RequestHead } from "./request-head.js";
import { NodeSocket } from "./socket.js";
import { switchingProtocols } from "./upgrade.js";

/** Bytes that the system takes at once, whoever reads them. */
const SOON_SENT = 64 * 1024;

/** A request of node:http and its reply. */
export class NodeExchange extends ExchangeState {
  /** The connection ends with this reply. */
  closes: boolean;
  /** What arrived behind the request, if it may become a WebSocket. */
  early: EarlyBytes | null = null;

  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;
  private readonly connection: NodeConnection;
  /** What it became. */
  private socket: NodeSocket | null = null;
  /** Bun writes the head of a prepared reply to HEAD as it would to GET. */
  private prepared = false;

  constructor(
    connection: NodeConnection,
    request: IncomingMessage,
    response: ServerResponse,
    head: RequestHead,
  ) {
    const { target, contentLength } = head;
    super(connection.owner, request, {
      method: request.method ?? "",
      target,
      contentLength,
      fields: request.rawHeaders,
    });
    this.connection = connection;
    this.request = request;
    this.response = response;
    this.closes = head.close;
  }

  /** Whether a part of the reply may be on the wire already. */
  get started(): boolean {
    return this.response.headersSent;
  }

  override headerList(): string[] {
    return this.request.rawHeaders;
  }

  remoteAddress(): SocketAddress | null {
    return this.over ? null : this.connection.remoteAddress();
  }

  reply(status: number, headers: HeaderList, content: WholeContent): void {
    if (this.over) return;
    if (this.method === "HEAD" || isBodiless(status)) {
      this.writeHead(status, headers, lengthOf(content));
      this.response.end();
    } else if (content !== null && content.length > SLICE) {
      this.replyLarge(status, headers, typeof content === "string" ? Buffer.from(content, "utf8") : content);
      return;
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

  override onAbort(listener: () => void): void {
    if (this.aborted || this.socket === null) super.onAbort(listener);
    else this.socket.onEnd(listener);
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
    this.handedOver(false);
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
    this.handedOver(this.unsentBytes > SOON_SENT);
  }

  /** The reply left this process, or never will. */
  left(): void {
    if (this.sending && !this.response.writableFinished) this.abort();
    else this.sent();
  }

  protected get unsentBytes(): number {
    return this.connection.socket.writableLength;
  }

  protected timeOut(): void {
    if (this.replied) {
      this.connection.destroy();
      return;
    }
    this.receiver.expired?.(this);
    this.close();
  }

  private replyLarge(status: number, headers: HeaderList, content: Uint8Array): void {
    this.writeHead(status, headers, content.byteLength);
    const complete = writeLarge(this.response, content, () => this.active());
    this.handedOver(!complete || this.unsentBytes > SOON_SENT);
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
