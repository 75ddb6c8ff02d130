import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { Server as NetServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { runInOwnResource } from "../../async/context.js";
import { afterMicrotasks } from "../after-microtasks.js";
import { DEFAULT_IDLE_TIMEOUT, IdleWatch } from "../idle-watch.js";
import type { Message, SendStatus, SocketOptions, SocketReceiver } from "../socket.js";
import { ListenError, type Listener, type ListenOptions, type Receiver } from "../wire.js";
import { type ConnectionOwner, NodeConnection } from "./connection.js";
import { EarlyBytes } from "./early-bytes.js";
import { NodeExchange } from "./exchange.js";
import { Http2Sessions } from "./http2/sessions.js";
import { alpnProtocols, splitProtocols } from "./http2/split.js";
import { openListenTarget } from "./listen-target.js";
import { refusalOf } from "./parse-error.js";
import { MAX_FIELDS, readRequestHead } from "./request-head.js";
import { NodeSockets } from "./sockets.js";
import { tlsServerOptions } from "./tls.js";
import { announcesContent, headWithoutUpgrade, mayUpgrade } from "./upgrade.js";

/** Bun 1.4.4 refuses request heads of 16 KiB. */
const MAX_HEAD = 16 * 1024;

/** How long, in milliseconds, a client may take to send a request head. */
const HEAD_LIMIT = 10_000;
const CHECK_INTERVAL = 2_000;

const HTTP_OPTIONS = {
  headersTimeout: HEAD_LIMIT,
  // Content may take as long as it likes while it flows; who reads it keeps the time.
  requestTimeout: 0,
  connectionsCheckingInterval: CHECK_INTERVAL,
  requireHostHeader: false,
  maxHeaderSize: MAX_HEAD,
  insecureHTTPParser: false,
};

/** node:http, with all that it would add of its own taken away. */
export class NodeListener implements Listener, ConnectionOwner {
  readonly address: Listener["address"];
  readonly secure: boolean;
  readonly closed: Promise<void>;
  stopping = false;
  sockets: NodeSockets | null = null;

  readonly receiver: Receiver;
  readonly idleTimeout: number;
  readonly idle = new IdleWatch();
  private readonly server: Server;
  private readonly connections = new Map<Duplex, NodeConnection>();
  /** TCP connections whose TLS handshake is not complete. */
  private readonly handshaking = new Set<Socket>();
  private readonly http2: Http2Sessions | null = null;
  private referenced = true;

  /** @throws {ListenError} */
  constructor(options: ListenOptions, receiver: Receiver) {
    const tls = options.tls ?? [];
    this.secure = tls.length > 0;
    this.receiver = receiver;
    this.idleTimeout = options.idleTimeout ?? DEFAULT_IDLE_TIMEOUT;
    // 0 is never for node, too.
    const http = { ...HTTP_OPTIONS, keepAliveTimeout: this.idleTimeout * 1000 };
    const alpn = options.http2 === true ? { ALPNProtocols: alpnProtocols(options.http1 !== false) } : {};
    this.server = this.secure
      ? createTlsServer({ ...http, ...tlsServerOptions(tls), ...alpn })
      : createServer(http);
    const { target, address } = openListenTarget(options);
    this.address = address;
    // node drops the fields beyond its limit; one more than ours is let in, to be seen and refused.
    this.server.maxHeadersCount = MAX_FIELDS + 1;
    this.closed = new Promise((resolve) => {
      this.server.once("close", () => {
        // Now its own close only stops its timer.
        this.server.close();
        resolve();
      });
    });
    this.attach();
    // node would choose http/1.1 by ALPN, and refuse clients that offer something else; Bun does neither.
    if (options.http2 !== true) Reflect.deleteProperty(this.server, "ALPNProtocols");
    else this.http2 = this.splitProtocols(options.http1 !== false);
    this.server.listen(target);
    // Bound by somebody else since it was tried.
    if (!this.server.listening) throw new ListenError("EADDRINUSE", -98);
  }

  get port(): number {
    return typeof this.address === "string" ? 0 : this.address.port;
  }

  stop(): void {
    if (this.stopping) return;
    this.stopping = true;
    // http.Server's own close destroys connections whose last reply is still on its way.
    NetServer.prototype.close.call(this.server);
    this.http2?.stop();
    for (const connection of this.connections.values()) {
      if (connection.idle) connection.socket.destroySoon();
    }
  }

  closeIdle(): number {
    const idle = [...this.connections.values()].filter((connection) => connection.awaitsRequest);
    for (const connection of idle) connection.socket.destroySoon();
    return idle.length + (this.http2?.closeIdle() ?? 0);
  }

  closeAll(): void {
    this.stop();
    this.sockets?.closeAll();
    for (const connection of this.connections.values()) {
      // A WebSocket sends its Close frame before it goes.
      if (!connection.upgraded) connection.destroy();
    }
    this.http2?.closeAll();
    for (const socket of this.handshaking) socket.destroy();
  }

  acceptSockets(options: SocketOptions, receiver: SocketReceiver): void {
    if (this.sockets !== null) {
      this.sockets.options = options;
      this.sockets.receiver = receiver;
      return;
    }
    this.sockets = new NodeSockets(options, receiver);
    // Only now: with this listener node takes every request with an Upgrade field for the end of HTTP.
    this.server.on("upgrade", (message, socket, head) => this.upgrade(message, socket, head));
  }

  publish(topic: string, message: Message, compress: boolean): SendStatus {
    return this.sockets?.publish(null, topic, message, compress) ?? "dropped";
  }

  subscriberCount(topic: string): number {
    return this.sockets?.topics.subscriberCount(topic) ?? 0;
  }

  ref(): void {
    this.referenced = true;
    this.server.ref();
    this.http2?.ref();
    for (const connection of this.connections.values()) connection.socket.ref();
  }

  // Like Bun, a server without a reference does not hold the process by its connections either.
  unref(): void {
    this.referenced = false;
    this.server.unref();
    this.http2?.unref();
    for (const connection of this.connections.values()) connection.socket.unref();
  }

  private attach(): void {
    const server = this.server;
    const request = (message: IncomingMessage, response: ServerResponse): void => {
      const connection = this.connections.get(message.socket);
      if (connection !== undefined) this.dispatch(connection, message, response);
    };
    if (this.secure) {
      server.on("connection", (socket) => {
        this.handshaking.add(socket);
        socket.once("close", () => this.handshaking.delete(socket));
      });
    }
    server.on(this.secure ? "secureConnection" : "connection", (socket: Socket) => this.accept(socket));
    server.on("request", request);
    // Bun serves requests with expectations that it does not know.
    server.on("checkExpectation", request);
    server.on("connect", (message, socket, head) => this.connect(message, socket, head));
    server.on("clientError", (error, socket) => this.refuse(error, socket));
    // The socket is bound and listening: what could still come is a failed accept, which is not the user's.
    server.on("error", () => {});
  }

  private accept(socket: Socket): void {
    if (this.connections.has(socket)) return;
    this.handshaking.delete(this.secure ? Reflect.get(socket, "_parent") : socket);
    const connection = new NodeConnection(this, socket);
    this.connections.set(socket, connection);
    if (!this.referenced) socket.unref();
    // node takes its own listener away at CONNECT; a reset would end the process.
    socket.on("error", () => {});
    socket.once("close", () => {
      this.connections.delete(socket);
      connection.closed();
    });
  }

  private splitProtocols(http1: boolean): Http2Sessions {
    const sessions = new Http2Sessions(this);
    splitProtocols(this.server, this.secure ? "secureConnection" : "connection", http1, {
      isHttp1: (socket) => this.connections.has(socket),
      undecided: (socket) => {
        this.handshaking.add(socket);
        socket.once("close", () => this.handshaking.delete(socket));
      },
      http2: (socket) => {
        this.handshaking.delete(this.secure ? Reflect.get(socket, "_parent") : socket);
        sessions.accept(socket);
      },
    });
    return sessions;
  }

  /** @param early what arrives behind a request that may become a WebSocket; null: it may not */
  private dispatch(
    connection: NodeConnection,
    message: IncomingMessage,
    response: ServerResponse,
    early: EarlyBytes | null = null,
  ): void {
    if (connection.refused) return;
    if (connection.trueFields !== null) {
      message.rawHeaders = connection.trueFields;
      connection.trueFields = null;
    }
    const head = readRequestHead(message);
    if (typeof head === "number") {
      const refused = new NodeExchange(connection, message, response, {
        target: "",
        contentLength: 0,
        close: true,
      });
      refused.refuseHead(head);
      connection.refused = true;
      return;
    }
    const exchange = new NodeExchange(connection, message, response, head);
    exchange.early = early;
    connection.opened(exchange);
    response.once("close", () => connection.done(exchange));
    // All requests of a connection share node's parser as their async resource: what `enterWith` stores
    // there would be seen by the next one.
    runInOwnResource("BUNSHIM_REQUEST", this.receiver.request, this.receiver, exchange);
  }

  /** node takes the parser off a connection at CONNECT; Bun serves it like any other method. */
  private connect(message: IncomingMessage, stream: Duplex, rest: Buffer, upgradable = false): void {
    const connection = this.connections.get(message.socket);
    if (connection === undefined || !connection.idle) {
      stream.destroy();
      return;
    }
    // Where node reads the content itself, nobody can take the connection back before that has come.
    const early = message.complete
      ? new EarlyBytes(connection.socket, rest, () => connection.destroy())
      : null;
    const response = new ServerResponse(message);
    response.assignSocket(connection.socket);
    response.once("finish", () => {
      response.detachSocket(connection.socket);
      response.emit("close");
      if (connection.upgraded) return;
      if (connection.socket.destroyed || !connection.socket.writable) return;
      // Content that nobody read would be taken for the next request.
      const unread = upgradable && announcesContent(message.rawHeaders);
      if (early === null || unread) connection.socket.destroySoon();
      else this.takeBack(connection, early.take());
    });
    this.dispatch(connection, message, response, upgradable ? early : null);
  }

  /** node takes the parser off a connection at an Upgrade field, too, whatever it asks for. */
  private upgrade(message: IncomingMessage, stream: Duplex, rest: Buffer): void {
    const method = message.method ?? "";
    // From Node.js 26 on the stream may be another one, which begins behind the content.
    const connection = this.connections.get(message.socket);
    if (connection === undefined) return;
    if (mayUpgrade(method, message.rawHeaders)) {
      connection.whenIdle(() => this.connect(message, stream, rest, true));
      return;
    }
    // Node.js from 26 on has read of the content what came, older ones leave it all.
    if (!message.complete || message.readableLength > 0) {
      connection.whenIdle(() => this.connect(message, stream, rest));
      return;
    }
    const line = `${method} ${message.url} HTTP/${message.httpVersion}`;
    connection.trueFields = message.rawHeaders;
    const head = Buffer.from(headWithoutUpgrade(line, message.rawHeaders), "latin1");
    connection.whenIdle(() => this.takeBack(connection, Buffer.concat([head, rest])));
  }

  /** Gives a connection that node let go a parser again. */
  private takeBack(connection: NodeConnection, unread: Buffer): void {
    if (unread.length > 0) connection.socket.unshift(unread);
    this.server.emit(this.secure ? "secureConnection" : "connection", connection.socket);
  }

  private refuse(error: Error, stream: Duplex): void {
    const connection = this.connections.get(stream);
    const refusal = refusalOf(error);
    if (connection === undefined) {
      stream.destroy();
      return;
    }
    if (refusal === "ignore") return;
    // What was asked before it, in one packet, may be answered by a promise that is settled already.
    afterMicrotasks(() => {
      if (refusal === "close") connection.destroy();
      else connection.refuse(refusal);
    });
  }
}
