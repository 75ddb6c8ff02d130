import { SERVER_CLOSED } from "../close-frame.js";
import { IdleWatch } from "../idle-watch.js";
import { dropsContent, isServedMethod, isToken } from "../methods.js";
import type { Message, SendStatus, SocketOptions, SocketReceiver } from "../socket.js";
import { statusLine } from "../status-line.js";
import type { Listener, Receiver } from "../wire.js";
import { Connections, descriptorOf, ENGINE_IDLE_TIMEOUT } from "./connections.js";
import { Entry } from "./entry.js";
import { UwsExchange } from "./exchange.js";
import type { ExchangeOwner } from "./exchange-owner.js";
import { framingOf } from "./framing.js";
import { type Front, socketFile } from "./front.js";
import { othersKeepAlive } from "./process-liveness.js";
import { narrowReads } from "./receive-buffer.js";
import { UwsSockets } from "./sockets.js";
import type { Uws, UwsApp, UwsListenSocket, UwsRequest, UwsResponse, UwsTlsOptions } from "./types.js";

/** The engine's option for a port that others may take, too; see the wire. */
const SHARED = 0;

/** How often an unreferenced listener looks whether anything else keeps the process alive, in milliseconds. */
const ALIVE_CHECK = 25;

/** A listening engine app: turns the engine's callbacks into exchanges, and counts those that are open. */
export class UwsListener implements Listener, ExchangeOwner {
  readonly secure: boolean;
  readonly closed: Promise<void>;
  stopping = false;
  sockets: UwsSockets | null = null;

  private readonly uws: Uws;
  private readonly app: UwsApp;
  readonly receiver: Receiver;
  readonly idleTimeout: number;
  readonly idle = new IdleWatch();
  connections: Connections | null = null;
  private readonly entry = new Entry(this);
  private bound: Listener["address"] = { address: "", family: "IPv4", port: 0 };
  private socket: UwsListenSocket | null = null;
  private front: Front | null = null;
  private connectionsSought = false;
  private open = 0;
  private appClosed = false;
  /** Everything is about to be closed, and nothing is taken any more. */
  private closing = false;
  private quietCheck: NodeJS.Immediate | null = null;
  private settleClosed: () => void = () => {};
  private aliveCheck: NodeJS.Timeout | null = null;

  constructor(uws: Uws, receiver: Receiver, idleTimeout: number, tls: UwsTlsOptions | null) {
    this.uws = uws;
    this.receiver = receiver;
    this.idleTimeout = idleTimeout;
    this.secure = tls !== null;
    this.closed = new Promise((resolve) => {
      this.settleClosed = resolve;
    });
    this.app = tls === null ? uws.App() : uws.SSLApp(tls);
    this.app.any("/*", this.entry.enter);
  }

  get port(): number {
    return typeof this.bound === "string" ? 0 : this.bound.port;
  }

  get address(): Listener["address"] {
    return this.bound;
  }

  /**
   * @param shared whether other sockets may have the port too, if they ask for it
   * @returns whether the address could be bound
   */
  listen(host: string, family: "IPv4" | "IPv6", port: number, shared: boolean): boolean {
    this.app.listen(host, port, shared ? SHARED : this.uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => {
      if (socket === false) return;
      this.socket = socket;
      this.bound = { address: host, family, port: this.uws.us_socket_local_port(socket) };
      this.listening();
    });
    return this.socket !== null;
  }

  /**
   * Listens on a free path; whatever is there already would be removed.
   * @returns whether it could be bound
   */
  listenUnix(path: string): boolean {
    this.app.listen_unix((socket) => {
      if (socket === false) return;
      this.socket = socket;
      this.bound = path;
      this.front = socketFile(path);
      this.listening();
    }, path);
    return this.socket !== null;
  }

  /** Serves the connections that a front accepts and hands over by their descriptors. */
  listenBehind(path: string, accept: (adopt: (descriptor: number) => void) => Front): void {
    this.bound = path;
    this.front = accept((descriptor) => {
      if (!this.appClosed) this.app.adoptSocket(descriptor);
    });
  }

  opened(): void {
    this.open++;
  }

  closedSocket(): void {
    this.closedExchange();
  }

  closedExchange(): void {
    this.open--;
    if (this.stopping) this.closeWhenQuiet();
  }

  findConnections(): Connections | null {
    if (!this.connectionsSought && this.socket !== null) {
      this.connectionsSought = true;
      this.connections = Connections.of(this.uws, this.secure, this.socket);
    }
    return this.appClosed ? null : this.connections;
  }

  closeIdle(): number {
    return this.findConnections()?.closeIdle() ?? 0;
  }

  stop(): void {
    if (this.stopping) return;
    this.stopping = true;
    this.stopAliveCheck();
    // Found by the listening socket.
    if (this.open > 0) this.findConnections();
    this.closeSocket();
    this.closeWhenQuiet();
  }

  closeAll(): void {
    if (this.closing) return;
    this.stopping = true;
    this.stopAliveCheck();
    const none = this.sockets?.none !== false;
    this.closing = true;
    this.sockets?.closeAll(SERVER_CLOSED.code, SERVER_CLOSED.reason);
    this.closeSocket();
    // What WebSockets send in the engine's callback that runs now leaves at its end only.
    if (none) this.closeApp();
    else setImmediate(() => this.closeApp());
  }

  acceptSockets(options: SocketOptions, receiver: SocketReceiver): void {
    if (this.sockets === null) {
      this.sockets = new UwsSockets(this.uws, this.app, options, receiver, this);
    } else {
      const before = this.sockets.options;
      this.sockets.receiver = receiver;
      this.sockets.options = options;
      if (sameOptions(before, options)) return;
    }
    // Takes the requests whose key has the right length; all others still come by the other route.
    this.app.ws("/*", { ...this.sockets.behavior(), upgrade: this.entry.upgrade });
  }

  publish(topic: string, message: Message, compress: boolean): SendStatus {
    return this.sockets === null || this.appClosed
      ? "dropped"
      : this.sockets.publish(null, topic, message, compress);
  }

  subscriberCount(topic: string): number {
    return this.sockets?.topics.subscriberCount(topic) ?? 0;
  }

  ref(): void {
    this.stopAliveCheck();
    this.front?.ref();
  }

  // The engine's handles cannot be unreferenced. Once nothing else is alive, closing the listener lets the
  // process end as it should.
  unref(): void {
    if (this.aliveCheck !== null || this.stopping) return;
    this.front?.unref();
    this.aliveCheck = setInterval(() => {
      if (this.open === 0 && !othersKeepAlive()) this.closeAll();
    }, ALIVE_CHECK);
    this.aliveCheck.unref();
  }

  private listening(): void {
    if (this.secure && this.socket !== null) narrowReads(descriptorOf(this.uws, this.socket));
    // Where the engine's own time will do, nobody has to look for its connections.
    if (this.idleTimeout !== ENGINE_IDLE_TIMEOUT) this.findConnections();
  }

  receive(response: UwsResponse, request: UwsRequest): void {
    if (this.closing) {
      response.close();
      return;
    }
    const method = request.getCaseSensitiveMethod();
    const exchange = new UwsExchange(this, response, request, method);
    const mayHaveContent = !dropsContent(method);
    // An empty Content-Length looks like none to the engine.
    if (
      mayHaveContent ||
      request.getHeader("content-length") !== "" ||
      request.getHeader("transfer-encoding") !== ""
    ) {
      const framing = framingOf(exchange.headerList());
      if (framing === "bad") {
        exchange.refuse(statusLine(400));
        return;
      }
      if (mayHaveContent && framing.length !== 0) exchange.expectContent(framing.length);
    }
    if (!isServedMethod(method)) {
      if (isToken(method)) exchange.close();
      else exchange.refuse(statusLine(400));
      return;
    }
    this.receiver.request(exchange);
    exchange.leaveCallback();
  }

  // A reply may still be in the engine's cork buffer: it leaves before the next turn of the loop.
  private closeWhenQuiet(): void {
    this.quietCheck ??= setImmediate(() => {
      this.quietCheck = null;
      if (this.open === 0) this.closeApp();
      else this.connections?.closeIdle();
    });
  }

  private closeSocket(): void {
    const socket = this.socket;
    // Closing it twice, or after the app, ends the process.
    this.socket = null;
    this.front?.close();
    this.front = null;
    if (socket !== null && !this.appClosed) this.uws.us_listen_socket_close(socket);
  }

  private closeApp(): void {
    if (this.appClosed) return;
    this.appClosed = true;
    this.connections = null;
    this.socket = null;
    this.front?.close();
    this.front = null;
    this.app.close();
    this.entry.close();
    this.sockets?.bystander.close();
    this.settleClosed();
  }

  private stopAliveCheck(): void {
    if (this.aliveCheck !== null) clearInterval(this.aliveCheck);
    this.aliveCheck = null;
  }
}

function sameOptions(one: SocketOptions, other: SocketOptions): boolean {
  return (
    one.maxPayloadLength === other.maxPayloadLength &&
    one.backpressureLimit === other.backpressureLimit &&
    one.closeOnBackpressureLimit === other.closeOnBackpressureLimit &&
    one.idleTimeout === other.idleTimeout &&
    one.sendPings === other.sendPings &&
    one.compress === other.compress &&
    one.decompress === other.decompress
  );
}
