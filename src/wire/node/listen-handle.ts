import { openAbstractSocket } from "../abstract-socket.js";
import type { SocketAddress } from "../exchange.js";
import { type ListenHandle, openListenSocket } from "../listen-socket.js";
import { isAbstract, openUnixSocket } from "../unix-socket.js";
import type { ListenOptions } from "../wire.js";

/**
 * Binds what the options name, for a server of node to adopt.
 * @throws {ListenError}
 */
export function openListenHandle(options: ListenOptions): {
  handle: ListenHandle;
  address: SocketAddress | string;
} {
  const { unix } = options;
  if (unix === undefined) return openListenSocket(options);
  return { handle: isAbstract(unix) ? openAbstractSocket(unix) : openUnixSocket(unix), address: unix };
}
