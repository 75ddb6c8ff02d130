import type {
  ContentSink,
  Exchange,
  HeaderList,
  PreparedReply,
  ReplyWriter,
  SocketAddress,
  WholeContent,
} from "../exchange.js";
import { isBodiless, statusLine } from "../status-line.js";
import { type ContentOwner, UwsContent } from "./content.js";
import { encodeReply, type UwsPreparedReply } from "./prepared-reply.js";
import { addressTextOf, remoteAddressOf } from "./remote-address.js";
import { fieldBlock, writeFields } from "./reply-fields.js";
import { ChunkedWriter, SizedWriter } from "./reply-writer.js";
import { fieldValue, readFields } from "./request-fields.js";
import { UwsSocket } from "./socket.js";
import type { SocketTag, UwsSockets } from "./sockets.js";
import type { UwsRequest, UwsResponse } from "./types.js";

/** Larger contents are not handed to the engine at once: it would copy all that the client does not take. */
const COPY_LIMIT = 64 * 1024;

/** What an exchange needs to know of the listener that it came through. */
export interface ExchangeOwner {
  readonly secure: boolean;
  readonly port: number;
  /** Connections close after their reply. */
  readonly stopping: boolean;
  /** Null as long as the listener takes no WebSockets. */
  readonly sockets: UwsSockets | null;
  /** An exchange outlives its route callback. */
  opened(): void;
  /** That exchange is over. */
  closedExchange(): void;
}

/** How long a refused client may take to notice, in milliseconds. */
const LINGER = 1_000;

export class UwsExchange implements Exchange, ContentOwner {
  owner: unknown = null;
  contentLimit = Number.POSITIVE_INFINITY;
  readonly method: string;
  hasContent = false;
  contentLength = 0;
  aborted = false;
  replied = false;

  private readonly listener: ExchangeOwner;
  private readonly response: UwsResponse;
  /** Null once detached: the engine's request object died with the route callback. */
  private request: UwsRequest | null;
  private pathText: string | null = null;
  private targetText: string | null = null;
  private fields: string[] | null = null;
  private address: SocketAddress | null | undefined = undefined;
  private content: UwsContent | null = null;
  /** Whether the route callback may have returned; writes want a cork from then on. */
  private detached = false;
  private armed = false;
  /** A part of the reply may be on the wire already. */
  private started = false;
  /** The engine's response must not be touched any more. */
  private over = false;
  private abortListeners: (() => void)[] | null = null;

  constructor(listener: ExchangeOwner, response: UwsResponse, request: UwsRequest, method: string) {
    this.listener = listener;
    this.response = response;
    this.request = request;
    this.method = method;
  }

  get secure(): boolean {
    return this.listener.secure;
  }

  get path(): string {
    return (this.pathText ??= this.request?.getUrl() ?? "");
  }

  get target(): string {
    if (this.targetText === null) {
      const query = this.request?.getQuery();
      this.targetText = query === undefined ? this.path : `${this.path}?${query}`;
    }
    return this.targetText;
  }

  // Not the engine's getHeader: it gives the first of several fields, and cannot tell empty from missing.
  header(name: string): string | null {
    return fieldValue(this.headerList(), name);
  }

  headerList(): string[] {
    return (this.fields ??= this.request === null ? [] : readFields(this.request));
  }

  detach(): void {
    if (this.detached) return;
    this.detached = true;
    this.copyRequest();
    this.arm();
  }

  remoteAddress(): SocketAddress | null {
    if (this.over) return null;
    return (this.address ??= remoteAddressOf(this.response, this.listener.port));
  }

  /** Announced content, attached to the engine before the route callback returns. */
  expectContent(length: number): void {
    this.hasContent = true;
    this.contentLength = length;
  }

  /** Attaches to the content that was announced, unless the request is answered already. */
  openContent(): void {
    if (!this.hasContent || this.over || this.content !== null) return;
    this.arm();
    this.content = new UwsContent(this.response, this);
  }

  /**
   * The route callback returns, and the engine's request dies. What was not read is gone, as in Bun: a
   * request that was answered at once has an empty `url` and no header fields afterwards.
   */
  leaveCallback(): void {
    this.openContent();
    // A route callback that neither answers nor waits for an abort ends the process.
    if (!this.over) this.detach();
    this.request = null;
  }

  readContent(sink: ContentSink): void {
    if (!this.hasContent) {
      sink.end();
      return;
    }
    if (this.content === null && this.over) {
      sink.abort("closed");
      return;
    }
    this.openContent();
    this.content?.read(sink);
  }

  pauseContent(): void {
    if (!this.over) this.content?.pause();
  }

  resumeContent(): void {
    if (!this.over) this.content?.resume();
  }

  reply(status: number, headers: HeaderList, content: WholeContent): void {
    if (this.replied || this.over) return;
    this.replied = true;
    const send = (): void => this.corked(() => this.sendWhole(status, headers, content));
    if (this.content !== null) this.content.onceRouteReturned(send);
    else if (this.detached) send();
    else this.sendWhole(status, headers, content);
  }

  replyPrepared(reply: PreparedReply): void {
    const encoded: UwsPreparedReply = encodeReply(reply);
    if (this.content !== null || this.detached || encoded.length > COPY_LIMIT) {
      this.reply(reply.status, reply.headers, reply.content);
      return;
    }
    if (this.replied || this.over) return;
    this.replied = true;
    const response = this.response;
    if (encoded.statusLine !== "") response.writeStatus(encoded.statusLine);
    writeFields(response, encoded.fields);
    if (isBodiless(encoded.status)) {
      response.endWithoutBody();
    } else if (this.method === "HEAD") {
      response.writeHeader("content-length", encoded.lengthText);
      response.endWithoutBody();
    } else {
      response.end(encoded.bytes, encoded.fields.close || this.listener.stopping);
    }
    this.finish();
  }

  replyHead(status: number, headers: HeaderList, length: number): void {
    if (this.replied || this.over) return;
    this.replied = true;
    this.content?.release();
    this.corked(() => {
      this.writeHead(status, headers);
      if (!isBodiless(status)) {
        if (length >= 0) this.response.writeHeader("content-length", String(length));
        else this.response.writeHeader("transfer-encoding", "chunked");
      }
      this.response.endWithoutBody();
    });
    this.finish();
  }

  stream(status: number, headers: HeaderList, length: number): ReplyWriter {
    if (this.over || this.replied) return CLOSED_WRITER;
    this.started = true;
    this.arm();
    const head = (): boolean => this.writeHead(status, headers) || this.listener.stopping;
    return length < 0
      ? new ChunkedWriter(this.response, this, head)
      : new SizedWriter(this.response, this, head, length);
  }

  refuse(line: string): void {
    if (this.replied || this.over) return;
    if (this.started) {
      this.close();
      return;
    }
    this.replied = true;
    this.abortListeners = null;
    this.arm();
    this.openContent();
    // The engine adds fields to whatever it ends. What is written in a cork of its own leaves when that ends,
    // and it has none inside its own callbacks.
    setImmediate(() => {
      if (this.over) return;
      this.response.cork(() => this.response.writeStatus(`${line}\r\nConnection: close\r\n`));
      this.lingerThenClose();
    });
  }

  contentExceeded(): void {
    this.content?.abort("limit");
    this.refuse(statusLine(413));
  }

  onAbort(listener: () => void): void {
    if (this.aborted) listener();
    else if (!this.over) (this.abortListeners ??= []).push(listener);
  }

  upgrade(owner: unknown, headers: HeaderList, protocol: string): boolean {
    const { sockets } = this.listener;
    if (this.over || this.replied || sockets === null || sockets.context === null) return false;
    const { context } = sockets;
    // The engine checked nothing but the length of the key; asked for now, because the request may die in `open`.
    const key = this.header("sec-websocket-key") ?? "";
    const extensions = this.header("sec-websocket-extensions") ?? "";
    const tag: SocketTag = { socket: new UwsSocket(sockets, owner, addressTextOf(this.response)) };
    const { response } = this;
    // The exchange ends first: the receiver's `open` runs inside the engine's call.
    const upgrade = (): void => {
      response.writeStatus("101 Switching Protocols");
      writeFields(response, fieldBlock(headers));
      this.listener.opened();
      this.finish();
      response.upgrade(tag, key, protocol, extensions, context);
    };
    if (this.detached) response.cork(upgrade);
    else upgrade();
    return true;
  }

  close(): void {
    if (this.over) return;
    this.arm();
    this.response.close();
    this.abort();
  }

  /** The reply is complete: the engine has taken all of it. */
  finish(): void {
    if (this.over) return;
    this.over = true;
    this.replied = true;
    this.abortListeners = null;
    this.content?.release();
    if (this.armed) this.listener.closedExchange();
  }

  private copyRequest(): void {
    // The target includes the path.
    if (this.request !== null) {
      this.target;
      this.headerList();
      this.request = null;
    }
  }

  /** From here on the engine tells us when the client leaves; without it, a late reply would end the process. */
  private arm(): void {
    if (this.armed || this.over) return;
    this.armed = true;
    this.response.onAborted(() => this.abort());
    this.listener.opened();
  }

  private abort(): void {
    if (this.over) return;
    this.over = true;
    this.aborted = true;
    this.content?.abort("closed");
    const listeners = this.abortListeners;
    this.abortListeners = null;
    for (const listener of listeners ?? []) listener();
    if (this.armed) this.listener.closedExchange();
  }

  // Closing while bytes of the client are unread would take the answer away from it (RFC 9112 section 9.6).
  private lingerThenClose(): void {
    const close = (): void => {
      clearTimeout(limit);
      if (this.over) return;
      this.response.close();
      this.finish();
    };
    const limit = setTimeout(close, LINGER).unref();
    if (this.content === null) close();
    else this.content.discard("closed", close);
  }

  private corked(write: () => void): void {
    if (this.over) return;
    if (this.detached) this.response.cork(write);
    else write();
  }

  /** @returns whether the fields ask for the connection to be closed */
  private writeHead(status: number, headers: HeaderList): boolean {
    if (status !== 200) this.response.writeStatus(statusLine(status));
    const fields = fieldBlock(headers);
    writeFields(this.response, fields);
    return fields.close;
  }

  private sendWhole(status: number, headers: HeaderList, content: WholeContent): void {
    if (this.over) return;
    if (
      typeof content !== "string" &&
      content !== null &&
      content.byteLength > COPY_LIMIT &&
      this.sendsContent(status)
    ) {
      this.sendLarge(status, headers, content);
      return;
    }
    this.content?.release();
    const response = this.response;
    const close = this.writeHead(status, headers) || this.listener.stopping;
    if (isBodiless(status)) {
      response.endWithoutBody();
    } else if (this.method === "HEAD") {
      response.writeHeader("content-length", String(lengthOf(content)));
      response.endWithoutBody();
    } else {
      const body = typeof content === "string" ? content.toWellFormed() : (content ?? "");
      if (close) response.end(body, true);
      else response.end(body);
    }
    this.finish();
  }

  private sendsContent(status: number): boolean {
    return this.method !== "HEAD" && !isBodiless(status);
  }

  private sendLarge(status: number, headers: HeaderList, content: Uint8Array): void {
    this.arm();
    const writer = new SizedWriter(
      this.response,
      this,
      () => this.writeHead(status, headers),
      content.byteLength,
    );
    writer.write(content);
  }
}

function lengthOf(content: WholeContent): number {
  if (content === null) return 0;
  return typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
}

const CLOSED_WRITER: ReplyWriter = {
  write: () => true,
  flush() {},
  onDrain() {},
  end() {},
};
