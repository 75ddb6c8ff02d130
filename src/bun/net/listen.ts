import net from "node:net";
import tls from "node:tls";
import { openListenSocket } from "../../wire/listen-socket.js";
import { expectFreePath } from "../../wire/unix-socket.js";
import { ListenError } from "../../wire/wire.js";
import {
  type HandlerSlot,
  readHandlers,
  readOptions,
  type SocketHandlers,
  type SocketOptions,
} from "./handlers.js";
import { TcpSocket } from "./tcp-socket.js";
import { nodeTls } from "./tls.js";

/** A server of `Bun.listen`. */
export class TcpListener {
  /** What each new socket has as its `data`. */
  data: unknown;
  readonly hostname: string | undefined;
  readonly port: number | undefined;
  readonly unix: string | undefined;
  readonly #server: net.Server;
  readonly #slot: HandlerSlot;
  readonly #sockets = new Set<net.Socket>();

  constructor(options: SocketOptions) {
    const { socket: handlers, data, hostname, port = 0, unix, tls: secure } = readOptions(options);
    this.data = data;
    this.#slot = { handlers };
    const accept = (socket: net.Socket): void => this.#accept(socket);
    const security = nodeTls(secure);
    this.#server =
      security === null
        ? net.createServer({ allowHalfOpen: true }, accept)
        : tls.createServer({ ...security, allowHalfOpen: true }, accept);
    this.hostname = hostname;
    this.unix = unix;
    this.port = openOn(this.#server, hostname, port, unix);
  }

  /** @param closeActive whether connections are closed as well. Default: false */
  stop(closeActive = false): void {
    this.#server.close();
    if (closeActive) for (const socket of this.#sockets) socket.destroy();
  }

  /** Exchanges the handlers, of open sockets as well. */
  reload(options: { socket: SocketHandlers }): void {
    this.#slot.handlers = readHandlers(options);
  }

  ref(): void {
    this.#server.ref();
  }

  unref(): void {
    this.#server.unref();
  }

  [Symbol.dispose](): void {
    this.stop(true);
  }

  #accept(socket: net.Socket): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    new TcpSocket(socket, this.#slot, this.data).opened();
  }
}

/** Listens at once; the port, undefined for a unix socket. */
function openOn(
  server: net.Server,
  hostname: string | undefined,
  port: number,
  unix: string | undefined,
): number | undefined {
  try {
    if (unix !== undefined) {
      expectFreePath(unix);
      server.listen(unix);
      return undefined;
    }
    const { handle, address } = openListenSocket({ hostname, port, reusePort: false, ipv6Only: false });
    server.listen(handle);
    return address.port;
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    const { code, errno } = error;
    const place = unix ?? hostname ?? "";
    throw Object.assign(new Error(`Failed to listen at ${place}`), {
      code,
      errno,
      syscall: "listen",
      ...(unix === undefined ? { address: place, port } : { address: unix }),
    });
  }
}

/**
 * Listens on a TCP port or a unix socket.
 *
 * @throws TypeError for wrong options; Error with the code of the system when it cannot listen
 * @see https://bun.com/docs/runtime/networking/tcp#start-a-server-bun-listen
 */
export function listen(options: SocketOptions): TcpListener {
  return new TcpListener(options);
}
