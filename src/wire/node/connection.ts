import type { Socket } from "node:net";
import type { SocketAddress } from "../exchange.js";
import type { IdleWatch } from "../idle-watch.js";
import type { Receiver } from "../wire.js";
import type { NodeExchange } from "./exchange.js";
import { remoteAddressOf } from "./remote-address.js";
import type { NodeSockets } from "./sockets.js";

/** How long, in milliseconds, a client may take to notice that a connection was refused. */
const LINGER = 2_000;

/** What a connection needs to know of its listener. */
export interface ConnectionOwner {
  readonly secure: boolean;
  /** Seconds; 0: never. */
  readonly idleTimeout: number;
  readonly idle: IdleWatch;
  readonly receiver: Receiver;
  /** Connections close after their reply. */
  readonly stopping: boolean;
  /** Null as long as the listener takes no WebSockets. */
  readonly sockets: NodeSockets | null;
}

/** One client connection and the requests that it waits for. */
export class NodeConnection {
  readonly socket: Socket;
  readonly owner: ConnectionOwner;
  /** In order of arrival; more than one only for a client that does not wait for replies. */
  private readonly exchanges: NodeExchange[] = [];
  /** No further request of this connection is served. */
  refused = false;
  /** What is to be done once every request has its reply. */
  private waiting: (() => void) | null = null;
  /** Bytes that had come when the last reply left; -1: there was none. */
  private readBefore = -1;
  /** It is a WebSocket now, which looks after itself. */
  upgraded = false;
  /** The fields of the next request, as they came: node must not see all of them. */
  trueFields: string[] | null = null;

  constructor(owner: ConnectionOwner, socket: Socket) {
    this.owner = owner;
    this.socket = socket;
  }

  get secure(): boolean {
    return this.owner.secure;
  }

  get stopping(): boolean {
    return this.owner.stopping;
  }

  get sockets(): NodeSockets | null {
    return this.owner.sockets;
  }

  get idle(): boolean {
    return this.exchanges.length === 0 && !this.upgraded;
  }

  /** Whether it had a reply, and nothing came since. */
  get awaitsRequest(): boolean {
    return this.idle && this.readBefore === this.socket.bytesRead && this.socket.writable;
  }

  remoteAddress(): SocketAddress | null {
    return remoteAddressOf(this.socket);
  }

  /** Runs `work` once no request waits for its reply, unless the connection closes before. */
  whenIdle(work: () => void): void {
    if (this.idle) work();
    else this.waiting = work;
  }

  opened(exchange: NodeExchange): void {
    this.exchanges.push(exchange);
  }

  /** The reply left this process, or never will. */
  done(exchange: NodeExchange): void {
    const index = this.exchanges.indexOf(exchange);
    if (index >= 0) this.exchanges.splice(index, 1);
    exchange.left();
    if (this.upgraded) return;
    this.readBefore = this.socket.bytesRead;
    // node sets a timer for the idle connection as soon as it has told us.
    if (exchange.idleTimeout !== this.owner.idleTimeout) {
      queueMicrotask(() => this.idle && this.socket.setTimeout(exchange.idleTimeout * 1000));
    }
    if (this.idle && this.waiting !== null && !exchange.closes) {
      queueMicrotask(this.waiting);
      this.waiting = null;
      return;
    }
    if (exchange.closes || (this.stopping && this.idle)) this.socket.destroySoon();
  }

  /** What came is not HTTP. Bun 1.4.4 answers without content. */
  refuse(statusLine: string): void {
    if (this.refused || this.socket.destroyed) return;
    this.refused = true;
    // A second reply in the middle of the first would be read as a part of it.
    if (!this.socket.writable || this.exchanges.some((exchange) => exchange.started && !exchange.replied)) {
      this.destroy();
      return;
    }
    this.socket.end(`HTTP/1.1 ${statusLine}\r\nConnection: close\r\n\r\n`, "latin1");
    this.abortExchanges();
    // Closing while bytes of the client are unread would take the answer away from it (RFC 9112 section 9.6).
    this.socket.setTimeout(LINGER);
  }

  /** Closes at once. */
  destroy(): void {
    this.socket.destroy();
    this.abortExchanges();
  }

  /** The socket is closed, whoever did it. */
  closed(): void {
    this.abortExchanges();
  }

  private abortExchanges(): void {
    for (const exchange of this.exchanges.splice(0)) exchange.abort();
  }
}
