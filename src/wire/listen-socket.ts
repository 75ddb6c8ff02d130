import net from "node:net";
import { getSystemErrorName } from "node:util";
import type { SocketAddress } from "./exchange.js";
import { hostAddresses } from "./host-addresses.js";
import { systemCalls } from "./system-calls.js";
import { ListenError, type ListenOptions } from "./wire.js";

/** Length of the queue of connections that wait to be accepted, as node and Bun ask for it. */
export const BACKLOG = 511;

/** uv_tcp_flags of libuv; REUSEPORT exists since libuv 1.49 (Node 22.12 and 23.1). */
const UV_TCP_IPV6ONLY = 1;
const UV_TCP_REUSEPORT = 2;
const ENOTSUP = -95;

/** What a socket handle of node can do, as far as it is needed here. */
export interface ListenHandle {
  listen(backlog: number): number;
  /** Only TCP sockets have it. */
  getsockname?(out: { address?: string; family?: string; port?: number }): number;
  close(): void;
}

/** A bound and listening socket. `server.listen(handle)` of node:net and node:http adopts it synchronously. */
export interface ListenSocket {
  readonly handle: ListenHandle;
  readonly address: SocketAddress;
}

/**
 * Binds and listens synchronously, as `Bun.serve` does; `server.listen(port, host)` of node reports its
 * errors later.
 *
 * @throws {ListenError} with the errno name that the system gave; `ENOTSUP` for `reusePort` on a Node.js
 * whose libuv does not have it, and without koffi; `ENOTFOUND` for a text that is no host name
 */
export function openListenSocket(options: ListenOptions): ListenSocket {
  if (options.reusePort && !canReusePort()) throw new ListenError("ENOTSUP", ENOTSUP);
  let failure: ListenError | null = null;
  for (const address of hostAddresses(options.hostname)) {
    if (options.ipv6Only && failure !== null && !net.isIPv6(address)) break;
    const socket = bindTo(address, options);
    if (typeof socket !== "number") return socket;
    failure = new ListenError(getSystemErrorName(socket), socket);
    // A taken port is the answer; only an address that this machine lacks sends us to the next one.
    if (failure.code === "EADDRINUSE" || failure.code === "EACCES") break;
  }
  throw failure ?? new ListenError("EADDRNOTAVAIL", -99);
}

/**
 * Why listening with these options fails, for engines that only say that it did; null when a try succeeds
 * (the cause is gone by now).
 */
export function bindProbe(options: ListenOptions): ListenError | null {
  try {
    openListenSocket({ ...options, reusePort: options.reusePort && canReusePort() }).handle.close();
    return null;
  } catch (error) {
    if (error instanceof ListenError) return error;
    throw error;
  }
}

/** Whether a port can be shared between sockets (SO_REUSEPORT) here. */
function canReusePort(): boolean {
  return libuvReusesPorts() || systemCalls() !== null;
}

function libuvReusesPorts(): boolean {
  const [major = 0, minor = 0] = process.versions.uv.split(".").map(Number);
  return major > 1 || (major === 1 && minor >= 49);
}

/** @returns the socket, or the negative errno */
function bindTo(address: string, options: ListenOptions): ListenSocket | number {
  const ipv6 = net.isIPv6(address);
  const flags = (ipv6 && options.ipv6Only ? UV_TCP_IPV6ONLY : 0) | (options.reusePort ? UV_TCP_REUSEPORT : 0);
  const handle =
    options.reusePort && !libuvReusesPorts()
      ? shareByCalls(address, options)
      : createListenHandle(address, options.port, ipv6 ? 6 : 4, -1, flags);
  if (typeof handle === "number") return handle;
  // libuv keeps EADDRINUSE of bind back until one of these calls.
  const name: { address?: string; family?: string; port?: number } = {};
  const errno = handle.getsockname?.(name) || handle.listen(BACKLOG);
  if (errno !== 0) {
    handle.close();
    return errno;
  }
  return {
    handle,
    address: {
      address: name.address ?? address,
      family: ipv6 ? "IPv6" : "IPv4",
      port: name.port ?? options.port,
    },
  };
}

/** Before libuv could, the system's own calls can. */
function shareByCalls(address: string, options: ListenOptions): ListenHandle | number {
  const fd = systemCalls()?.bindSharedPort(address, options.port, options.ipv6Only) ?? ENOTSUP;
  return fd < 0 ? fd : createListenHandle(null, null, null, fd, 0);
}

/** For a unix socket, port and type are -1; for a descriptor that listens already, the first three are null. */
type CreateServerHandle = (
  address: string | null,
  port: number | null,
  addressType: 4 | 6 | -1 | null,
  fd: number,
  flags: number,
) => ListenHandle | number;

/**
 * A bound handle, or the negative errno. node:cluster of every Node.js release binds through it; the type
 * declarations leave it out.
 */
export function createListenHandle(
  ...[address, port, type, fd, flags]: Parameters<CreateServerHandle>
): ListenHandle | number {
  const create: unknown = Reflect.get(net, "_createServerHandle");
  if (!isCreateServerHandle(create)) throw new ListenError("ENOTSUP", ENOTSUP);
  return create(address, port, type, fd, flags);
}

function isCreateServerHandle(value: unknown): value is CreateServerHandle {
  return typeof value === "function";
}
