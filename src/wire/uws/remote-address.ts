import type { SocketAddress } from "../exchange.js";
import { remotePort } from "./features.js";
import type { UwsResponse } from "./types.js";

/**
 * The client's address as Bun prints it; null on unix sockets, where the engine has none.
 * @param portOfConnection asked where the engine does not tell the port; 0: not known
 */
export function remoteAddressOf(response: UwsResponse, portOfConnection: () => number): SocketAddress | null {
  const bytes = response.getRemoteAddress();
  const address = addressText(bytes);
  if (address === "") return null;
  const port = remotePort(response) || portOfConnection();
  return { address, family: bytes.byteLength === 4 ? "IPv4" : "IPv6", port };
}

/** An address of the engine as Bun prints it; empty on unix sockets. */
export function addressText(address: ArrayBuffer): string {
  const bytes = new Uint8Array(address);
  if (bytes.length === 4) return bytes.join(".");
  return bytes.length === 16 ? ipv6Text(bytes) : "";
}

/** RFC 5952: the longest run of zero groups is `::`; mapped IPv4 addresses keep their dots. */
function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `::ffff:${bytes.slice(12).join(".")}`;
  }
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > length) {
      start = i;
      length = end - i;
    }
    i = Math.max(i, end - 1);
  }
  const hex = (part: number[]): string => part.map((group) => group.toString(16)).join(":");
  return start < 0 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}
