import type { Socket } from "node:net";
import type { SocketAddress } from "../exchange.js";

/** The client's address; null for unix sockets and closed connections. */
export function remoteAddressOf(socket: Socket): SocketAddress | null {
  const { remoteAddress: address, remotePort: port, remoteFamily: family } = socket;
  if (address === undefined || socket.destroyed) return null;
  return { address, family: family === "IPv6" ? "IPv6" : "IPv4", port: port ?? 0 };
}
