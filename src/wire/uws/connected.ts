import type { SocketAddress } from "../exchange.js";
import type { Watched } from "../idle-watch.js";
import type { Receiver } from "../wire.js";
import { ENGINE_IDLE_TIMEOUT } from "./connections.js";
import type { UwsContent } from "./content.js";
import type { ExchangeOwner } from "./exchange-owner.js";
import { UwsIncoming } from "./incoming.js";
import { remoteAddressOf } from "./remote-address.js";
import type { UwsRequest, UwsResponse } from "./types.js";

/** Seconds in which the engine closes a connection without progress, at the earliest. */
const ENGINE_TIMEOUT = 8;

/** How many times its limit a client may take to catch up with a reply. */
const SLOW_READER = 8;

/** A request and what it knows of the connection that it came by: whose it is, and how long it may be silent. */
export abstract class UwsConnected extends UwsIncoming {
  idleTimeout: number;
  lastActive = 0;
  nextWatched: Watched | null = null;
  previousWatched: Watched | null = null;
  /** The client has not taken all that was written; set by the writer. */
  full = false;
  protected readonly listener: ExchangeOwner;
  protected readonly response: UwsResponse;
  /** Whether the route callback may have returned; writes want a cork from then on. */
  protected detached = false;
  /** The engine's response must not be touched any more. */
  protected over = false;
  protected content: UwsContent | null = null;
  private address: SocketAddress | null | undefined = undefined;
  /** See {@link Connections}; 0: not known. */
  private connection = 0;
  private fullFor = 0;

  constructor(listener: ExchangeOwner, response: UwsResponse, request: UwsRequest, method: string) {
    super(request, method);
    this.listener = listener;
    this.idleTimeout = listener.idleTimeout;
    this.response = response;
  }

  get receiver(): Receiver {
    return this.listener.receiver;
  }

  get secure(): boolean {
    return this.listener.secure;
  }

  remoteAddress(): SocketAddress | null {
    if (this.over) return null;
    return (this.address ??= remoteAddressOf(this.response, () => this.remotePort()));
  }

  /** What the system knows the connection by, asked for in one of its callbacks; -1 where it cannot be told. */
  descriptor(): number {
    const connections = this.listener.findConnections();
    return connections === null ? -1 : connections.descriptor(this.connection || connections.corked);
  }

  /** A sign of life from the client. */
  active(): void {
    this.lastActive = this.listener.idle.now;
  }

  // The engine gives a client that sends or takes nothing about ten seconds. Only our own limit shall count.
  check(): void {
    if (this.over || (this.idleTimeout > 0 && this.idleTimeout <= ENGINE_TIMEOUT)) return;
    if (this.full && this.idleTimeout > 0 && this.idleTimeout <= ENGINE_TIMEOUT + 4) return;
    if (this.content?.holdsClient === true) {
      // Its timer goes on for a client that was held back while it sent.
      this.response.resume();
      this.response.pause();
    } else if (this.full || this.content?.waits === true) {
      this.response.pause();
      this.response.resume();
    }
  }

  // How far a client is behind the engine does not tell, only when it has caught up; and the engine itself
  // closes one that takes nothing, unless the limit is longer than its own.
  protected isTaking(): boolean {
    if (!this.full) return false;
    this.fullFor++;
    return this.idleTimeout <= ENGINE_TIMEOUT + 4 || this.fullFor < SLOW_READER;
  }

  /** Has the engine tell us when the client leaves. */
  protected abstract listenForAbort(): void;

  /** The route callback is about to return: the last moment to see the connection for nothing. */
  protected leaveRoute(): void {
    this.detached = true;
    const { connections } = this.listener;
    if (connections !== null) this.connection ||= connections.corked;
  }

  /** Before the reply is written: afterwards nobody may be able to tell its connection. */
  protected expectEnd(): void {
    if (this.idleTimeout === ENGINE_IDLE_TIMEOUT || this.connection !== 0) return;
    if (this.detached) this.findConnection();
    else this.connection = this.listener.findConnections()?.corked ?? 0;
  }

  /** The reply is complete. The engine's own limit for idle connections is the same for all servers. */
  protected limitIdleTime(): void {
    if (this.idleTimeout === ENGINE_IDLE_TIMEOUT || this.connection === 0) return;
    this.listener.connections?.closeAfter(this.connection, this.idleTimeout);
  }

  private findConnection(): number {
    if (this.connection !== 0) return this.connection;
    const connections = this.listener.findConnections();
    if (connections === null) return 0;
    this.connection = connections.ofResponse(this.response, !this.detached, () => this.listenForAbort());
    return this.connection;
  }

  private remotePort(): number {
    const connection = this.findConnection();
    return connection === 0 ? 0 : (this.listener.connections?.remotePort(connection) ?? 0);
  }
}
