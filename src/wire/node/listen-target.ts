import { openAbstractSocket } from "../abstract-socket.js";
import type { SocketAddress } from "../exchange.js";
import { type ListenHandle, openListenSocket } from "../listen-socket.js";
import { expectFreePath, isAbstract } from "../unix-socket.js";
import type { ListenOptions } from "../wire.js";

/** What `server.listen` of node takes and binds (or has bound) before it returns. */
export type ListenTarget = ListenHandle | { fd: number } | { path: string; exclusive: true };

/**
 * Binds what the options name, or makes sure that it can be bound.
 * @throws {ListenError}
 */
export function openListenTarget(options: ListenOptions): {
  target: ListenTarget;
  address: SocketAddress | string;
} {
  const { unix } = options;
  if (unix === undefined) {
    const { handle, address } = openListenSocket(options);
    return { target: handle, address };
  }
  // node takes a name that reads as a number for a port.
  let target: { fd: number } | { path: string } = { path: Number(unix) >= 0 ? `./${unix}` : unix };
  if (isAbstract(unix)) target = openAbstractSocket(unix);
  else expectFreePath(unix);
  // In a worker of node:cluster the primary process would bind it, later.
  return { target: { ...target, exclusive: true }, address: unix };
}
