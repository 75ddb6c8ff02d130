import { CLOSED_WRITER } from "../closed-writer.js";
import type {
  ContentSink,
  Exchange,
  HeaderList,
  PreparedReply,
  ReplyWriter,
  WholeContent,
} from "../exchange.js";
import type { Watched } from "../idle-watch.js";
import { isBodiless, statusLine } from "../status-line.js";
import { UwsConnected } from "./connected.js";
import { ENGINE_IDLE_TIMEOUT } from "./connections.js";
import { type ContentOwner, UwsContent } from "./content.js";
import { deflateOffer } from "./deflate-terms.js";
import { encodeReply, type UwsPreparedReply } from "./prepared-reply.js";
import { addressText } from "./remote-address.js";
import { type FieldBlock, fieldBlock, writeFields } from "./reply-fields.js";
import { ChunkedWriter, SizedWriter } from "./reply-writer.js";
import { UwsSocket } from "./socket.js";
import { SocketTag } from "./sockets.js";

/** Larger contents are not handed to the engine at once: it would copy all that the client does not take. */
const COPY_LIMIT = 64 * 1024;

/** The engine encodes a string faster than we do; but of a longer one it does not say when the client has it. */
const STRING_LIMIT = 1024 * 1024;

/** How long a refused client may take to notice, in milliseconds. */
const LINGER = 1_000;

export class UwsExchange extends UwsConnected implements Exchange, ContentOwner, Watched {
  owner: unknown = null;
  contentLimit = Number.POSITIVE_INFINITY;
  hasContent = false;
  contentLength = 0;
  aborted = false;
  replied = false;
  sending = false;

  private armed = false;
  /** What the length of a reply to HEAD is called. */
  private lengthName = "content-length";
  /** A part of the reply may be on the wire already. */
  private started = false;
  private abortListeners: (() => void)[] | null = null;
  private sentListener: (() => void) | null = null;
  /** What it became. */
  private socket: UwsSocket | null = null;

  // The engine copies what it cannot send at once, and a writer keeps the rest only until the drain.
  get freesBytes(): boolean {
    return true;
  }

  detach(): void {
    if (this.detached) return;
    this.leaveRoute();
    this.copyRequest();
    this.arm();
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

  /** The route callback returns. */
  leaveCallback(): void {
    this.openContent();
    // A route callback that neither answers nor waits for an abort ends the process.
    if (!this.over) this.detach();
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
    else {
      this.expectEnd();
      this.sendWhole(status, headers, content);
    }
  }

  replyPrepared(reply: PreparedReply): void {
    const encoded: UwsPreparedReply = encodeReply(reply);
    // Bun writes the head of a prepared reply to HEAD as it would to GET.
    this.lengthName = "Content-Length";
    if (this.content !== null || this.detached || encoded.length > COPY_LIMIT || this.listener.stopping) {
      this.reply(reply.status, reply.headers, reply.content);
      return;
    }
    if (this.replied || this.over) return;
    this.replied = true;
    this.expectEnd();
    const response = this.response;
    if (encoded.statusLine !== "") response.writeStatus(encoded.statusLine);
    writeFields(response, encoded.fields);
    if (isBodiless(encoded.status)) {
      response.endWithoutBody();
    } else if (this.method === "HEAD") {
      response.writeHeader(this.lengthName, encoded.lengthText);
      response.endWithoutBody();
    } else {
      response.end(encoded.bytes, encoded.fields.close);
    }
    this.finish();
  }

  replyHead(status: number, headers: HeaderList, length: number): void {
    if (this.replied || this.over) return;
    this.replied = true;
    this.content?.release();
    this.corked(() => {
      this.writeHead(status, fieldBlock(headers));
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
    this.expectEnd();
    const fields = fieldBlock(headers);
    if (length < 0) {
      return new ChunkedWriter(this.response, this, () => this.writeHead(status, fields), fields.close);
    }
    const head = (): void => {
      this.writeHead(status, fields);
      // The engine cannot close after a reply of this kind: the client has to.
      if (fields.close) this.response.writeHeader("Connection", "close");
    };
    return new SizedWriter(this.response, this, head, length);
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
    else if (this.socket !== null) this.socket.onEnd(listener);
    else if (!this.over) (this.abortListeners ??= []).push(listener);
  }

  onSent(listener: () => void): void {
    if (this.sending) this.sentListener = listener;
  }

  upgrade(owner: unknown, headers: HeaderList, protocol: string): boolean {
    const { sockets } = this.listener;
    if (this.over || this.replied || sockets === null || sockets.context === null) return false;
    if (sockets.closing) return false;
    const { context } = sockets;
    // The engine checked nothing but the length of the key; asked for now, because the request may die in `open`.
    const key = this.header("sec-websocket-key") ?? "";
    const extensions = deflateOffer(this.header("sec-websocket-extensions") ?? "", sockets.options);
    // The engine's socket does not tell its address in 20.69.
    const address = addressText(this.response.getRemoteAddress());
    const socket = new UwsSocket(sockets, owner, address, this.abortListeners);
    this.socket = socket;
    this.copyRequest();
    const tag = new SocketTag(socket);
    const { response } = this;
    const writeHead = (): void => {
      response.writeStatus("101 Switching Protocols");
      writeFields(response, fieldBlock(headers));
    };
    // The exchange ends first: the receiver's `open` runs inside the engine's call.
    const upgrade = (): void => {
      this.listener.opened();
      this.finish();
      response.upgrade(tag, key, protocol, extensions, context);
    };
    if (!this.detached) {
      writeHead();
      upgrade();
      return true;
    }
    // The engine confuses connections, and ends the process, when one is upgraded while it reads a request of
    // another; promises are settled in the middle of that.
    this.replied = true;
    this.abortListeners = [() => socket.neverOpened()];
    const { bystander } = sockets;
    bystander.whenThere(() => {
      if (this.over) return;
      response.cork(writeHead);
      bystander.cork(response, upgrade);
      socket.settle();
    });
    socket.openEarly();
    return true;
  }

  close(): void {
    if (this.over) return;
    this.arm();
    this.response.close();
    this.abort();
  }

  /** The connection must not stay paused when the engine goes on to the next request. */
  ending(): void {
    this.content?.release();
  }

  /** The reply is complete: the engine has taken all of it. */
  finish(): void {
    if (this.over) return;
    this.over = true;
    this.replied = true;
    this.abortListeners = null;
    this.limitIdleTime();
    if (this.armed) this.leave();
    if (this.sending) this.sent();
  }

  expire(): void {
    if (this.over) return;
    if (this.content?.holdsClient === true || this.isTaking()) {
      this.active();
      return;
    }
    this.listener.receiver.expired?.(this);
    this.close();
  }

  private sent(): void {
    this.sending = false;
    const { sentListener } = this;
    this.sentListener = null;
    sentListener?.();
  }

  private leave(): void {
    this.listener.idle.remove(this);
    this.listener.closedExchange();
  }

  /** From here on the engine tells us when the client leaves; without it, a late reply would end the process. */
  private arm(): void {
    if (this.armed || this.over) return;
    this.armed = true;
    this.listenForAbort();
    this.listener.idle.add(this);
    this.listener.opened();
  }

  protected listenForAbort(): void {
    this.response.onAborted(() => this.abort());
  }

  private abort(): void {
    if (this.over) return;
    this.over = true;
    this.aborted = true;
    this.sending = false;
    this.content?.abort("closed");
    const listeners = this.abortListeners;
    this.abortListeners = null;
    for (const listener of listeners ?? []) listener();
    this.listener.receiver.aborted?.(this);
    if (this.armed) this.leave();
  }

  // Closing while bytes of the client are unread would take the answer away from it (RFC 9112 section 9.6).
  private lingerThenClose(): void {
    const close = (): void => {
      clearTimeout(limit);
      if (this.over) return;
      // Over before it closes: the client did not leave, it was refused.
      this.finish();
      this.response.close();
    };
    const limit = setTimeout(close, LINGER).unref();
    if (this.content === null) close();
    else this.content.discard("closed", close);
  }

  private corked(write: () => void): void {
    if (this.over) return;
    this.expectEnd();
    if (this.detached) this.response.cork(write);
    else write();
  }

  private writeHead(status: number, fields: FieldBlock): void {
    if (status !== 200) this.response.writeStatus(statusLine(status));
    writeFields(this.response, fields);
  }

  private sendWhole(status: number, headers: HeaderList, content: WholeContent): void {
    if (this.over) return;
    const fields = fieldBlock(headers);
    if (!fields.close && content !== null && this.sendsContent(status)) {
      if (this.listener.stopping || (content.length > COPY_LIMIT && this.wantsBytes(content))) {
        const bytes = typeof content === "string" ? Buffer.from(content) : content;
        if (bytes.byteLength > 0) {
          this.sendByBytes(status, fields, bytes);
          return;
        }
      }
    }
    this.content?.release();
    const response = this.response;
    this.writeHead(status, fields);
    if (isBodiless(status)) {
      response.endWithoutBody();
    } else if (this.method === "HEAD") {
      response.writeHeader(this.lengthName, String(lengthOf(content)));
      response.endWithoutBody();
    } else {
      const body = typeof content === "string" ? content.toWellFormed() : (content ?? "");
      if (fields.close) response.end(body, true);
      else response.end(body);
    }
    this.finish();
  }

  // What is left to the engine ends with a time limit of the engine's.
  private wantsBytes(content: string | Uint8Array): boolean {
    if (typeof content !== "string" || content.length > STRING_LIMIT) return true;
    return this.idleTimeout !== ENGINE_IDLE_TIMEOUT;
  }

  private sendsContent(status: number): boolean {
    return this.method !== "HEAD" && !isBodiless(status);
  }

  /** Unlike the engine's `end`, this tells when the client has taken everything, and copies nothing. */
  private sendByBytes(status: number, fields: FieldBlock, content: Uint8Array): void {
    this.arm();
    this.sending = true;
    const head = (): void => this.writeHead(status, fields);
    new SizedWriter(this.response, this, head, content.byteLength).write(content);
  }
}

function lengthOf(content: WholeContent): number {
  if (content === null) return 0;
  return typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
}
