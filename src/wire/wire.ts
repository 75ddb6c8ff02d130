import type { Exchange, HeaderList, PreparedReply, SocketAddress, WholeContent } from "./exchange.js";
import type { Message, SendStatus, SocketOptions, SocketReceiver } from "./socket.js";
import type { TlsContext } from "./tls-context.js";

/** Where to listen. Values are validated; host names are as the user wrote them. */
export interface ListenOptions {
  /** 0–65535; 0 picks a free port. */
  port: number;
  /** Undefined: every interface, IPv6 and IPv4. */
  hostname: string | undefined;
  reusePort: boolean;
  ipv6Only: boolean;
  /** Seconds until a silent connection is closed, 0: never; undefined: 10. See {@link Exchange.idleTimeout}. */
  idleTimeout?: number | undefined;
  /** Path of a unix socket to listen on instead; `\0name`: in Linux's abstract namespace. */
  unix?: string | undefined;
  /** Undefined or null: no TLS. Else the first serves clients that name no server, or none of the others. */
  tls?: readonly TlsContext[] | null | undefined;
  /** Whether HTTP/1.1 is served; undefined: yes. */
  http1?: boolean | undefined;
  /** Whether HTTP/2 is served: chosen by ALPN, without TLS by its preface; undefined: no. */
  http2?: boolean | undefined;
}

/** What a listening wire calls. */
export interface Receiver {
  /**
   * A request arrived. Must answer synchronously or call `exchange.detach()` before it returns.
   * Never throws.
   */
  request(exchange: Exchange): void;
  /**
   * The reply to a detached exchange will never be complete: the client left, or the connection was closed.
   * Called once, behind the listeners of `onAbort`. Never throws.
   */
  aborted?(exchange: Exchange): void;
  /** The same because of {@link Exchange.idleTimeout}; called before `aborted`. Never throws. */
  expired?(exchange: Exchange): void;
}

/** An open listening socket with its connections. */
export interface Listener {
  /** The bound port; 0 for a unix socket. */
  readonly port: number;
  /** The bound address, as `server.address` shows it; for a unix socket its path as it was given. */
  readonly address: SocketAddress | string;
  /** Resolves once the listener was stopped and its last connection has closed. Never rejects. */
  readonly closed: Promise<void>;
  /**
   * Stops accepting. Idle connections close at once, the others after the reply that they wait for;
   * WebSockets stay. Idempotent.
   */
  stop(): void;
  /**
   * Closes every connection that had a reply and has sent nothing since, where the engine can tell them apart.
   * @returns how many
   */
  closeIdle(): number;
  /** Stops accepting and closes every connection, WebSockets with 1001. Idempotent. */
  closeAll(): void;
  /**
   * Takes WebSockets from now on, with these limits. Again: for sockets yet to come; those that are open
   * keep what the engine cannot change.
   */
  acceptSockets(options: SocketOptions, receiver: SocketReceiver): void;
  /** Sends to every subscriber of the topic; `dropped` where there are none, or one does not take it. */
  publish(topic: string, message: Message, compress: boolean): SendStatus;
  /** Open sockets that are subscribed to the topic. */
  subscriberCount(topic: string): number;
  /** Whether the listener keeps the process alive. */
  ref(): void;
  unref(): void;
}

/** A way for bytes to become exchanges. */
export interface Wire {
  readonly name: "uws" | "node";
  /** What runs below, for humans: `uWebSockets.js 20.51.4`, `node:http`. */
  readonly engine: string;
  /**
   * Binds synchronously.
   * @throws {ListenError} with the errno name that the system gave
   * @throws {Error} for a kind of socket that this machine cannot serve, with the way out
   */
  listen(options: ListenOptions, receiver: Receiver): Listener;
  /** Encodes a reply once for {@link Exchange.replyPrepared}. */
  prepare(status: number, headers: HeaderList, content: WholeContent): PreparedReply;
}

/** A socket could not be bound. `serve/errors` turns it into Bun's error. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  /** System error name: `EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`, `ENOTFOUND` … */
  readonly code: string;
  /** Negative system errno as libuv gives it, e.g. -98. */
  readonly errno: number;
  constructor(code: string, errno: number) {
    super(code);
    this.code = code;
    this.errno = errno;
  }
}
