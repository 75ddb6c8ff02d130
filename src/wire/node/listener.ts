import { AsyncResource } from "node:async_hooks";
import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { Server as NetServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Listener, ListenOptions, Receiver } from "../wire.js";
import { type ConnectionOwner, NodeConnection } from "./connection.js";
import { NodeExchange } from "./exchange.js";
import { openListenHandle } from "./listen-handle.js";
import { refusalOf } from "./parse-error.js";
import { MAX_FIELDS, readRequestHead } from "./request-head.js";
import { tlsServerOptions } from "./tls.js";

/** Bun 1.4.4 refuses request heads of 16 KiB. */
const MAX_HEAD = 16 * 1024;

/** How long, in milliseconds, a connection may be silent between requests, or take to send a request head. */
const IDLE_LIMIT = 10_000;
const CHECK_INTERVAL = 2_000;

const HTTP_OPTIONS = {
  keepAliveTimeout: IDLE_LIMIT,
  headersTimeout: IDLE_LIMIT,
  // Content may take as long as it likes while it flows; who reads it keeps the time.
  requestTimeout: 0,
  connectionsCheckingInterval: CHECK_INTERVAL,
  requireHostHeader: false,
  maxHeaderSize: MAX_HEAD,
  insecureHTTPParser: false,
};

/** Spares the collector a finalizer per request. */
const DISPOSABLE = { requireManualDestroy: true };

/** node:http, with all that it would add of its own taken away. */
export class NodeListener implements Listener, ConnectionOwner {
  readonly address: Listener["address"];
  readonly secure: boolean;
  readonly closed: Promise<void>;
  stopping = false;

  private readonly receiver: Receiver;
  private readonly server: Server;
  private readonly connections = new Map<Duplex, NodeConnection>();
  /** TCP connections whose TLS handshake is not complete. */
  private readonly handshaking = new Set<Socket>();
  private referenced = true;

  /** @throws {ListenError} */
  constructor(options: ListenOptions, receiver: Receiver) {
    const tls = options.tls ?? [];
    this.secure = tls.length > 0;
    this.receiver = receiver;
    this.server = this.secure
      ? createTlsServer({ ...HTTP_OPTIONS, ...tlsServerOptions(tls) })
      : createServer(HTTP_OPTIONS);
    const socket = openListenHandle(options);
    this.address = socket.address;
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
    this.server.listen(socket.handle);
  }

  get port(): number {
    return typeof this.address === "string" ? 0 : this.address.port;
  }

  stop(): void {
    if (this.stopping) return;
    this.stopping = true;
    // http.Server's own close destroys connections whose last reply is still on its way.
    NetServer.prototype.close.call(this.server);
    for (const connection of this.connections.values()) {
      if (connection.idle) connection.socket.destroySoon();
    }
  }

  closeAll(): void {
    this.stop();
    for (const connection of this.connections.values()) connection.destroy();
    for (const socket of this.handshaking) socket.destroy();
  }

  ref(): void {
    this.referenced = true;
    this.server.ref();
    for (const connection of this.connections.values()) connection.socket.ref();
  }

  // Like Bun, a server without a reference does not hold the process by its connections either.
  unref(): void {
    this.referenced = false;
    this.server.unref();
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
      // node would choose http/1.1 by ALPN, and refuse clients that offer something else; Bun does neither.
      Reflect.deleteProperty(server, "ALPNProtocols");
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
    this.handshaking.delete(Reflect.get(socket, "_parent"));
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

  private dispatch(connection: NodeConnection, message: IncomingMessage, response: ServerResponse): void {
    if (connection.refused) return;
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
    connection.opened(exchange);
    response.once("close", () => connection.done(exchange));
    // All requests of a connection share node's parser as their async resource: what `enterWith` stores
    // there would be seen by the next one.
    new AsyncResource("BUNSHIM_REQUEST", DISPOSABLE).runInAsyncScope(
      this.receiver.request,
      this.receiver,
      exchange,
    );
  }

  /** node takes the parser off a connection at CONNECT; Bun serves it like any other method. */
  private connect(message: IncomingMessage, stream: Duplex, rest: Buffer): void {
    const connection = this.connections.get(stream);
    if (connection === undefined || !connection.idle) {
      stream.destroy();
      return;
    }
    const response = new ServerResponse(message);
    response.assignSocket(connection.socket);
    response.once("finish", () => {
      response.detachSocket(connection.socket);
      response.emit("close");
      if (connection.socket.destroyed || !connection.socket.writable) return;
      if (rest.length > 0) connection.socket.unshift(rest);
      this.server.emit("connection", connection.socket);
    });
    this.dispatch(connection, message, response);
  }

  private refuse(error: Error, stream: Duplex): void {
    const connection = this.connections.get(stream);
    const refusal = refusalOf(error);
    if (connection === undefined) stream.destroy();
    else if (refusal === "close") connection.destroy();
    else if (refusal !== "ignore") connection.refuse(refusal);
  }
}
