import { readFileSync } from "node:fs";
import type { SocketAddress } from "../exchange.js";
import { remotePort } from "./features.js";
import type { UwsResponse } from "./types.js";

const ESTABLISHED = "01";

/** The client's address as Bun prints it; null on unix sockets, where the engine has none. */
export function remoteAddressOf(response: UwsResponse, localPort: number): SocketAddress | null {
  const bytes = new Uint8Array(response.getRemoteAddress());
  if (bytes.length !== 4 && bytes.length !== 16) return null;
  const port = remotePort(response) || portFromSystem(bytes, localPort);
  return bytes.length === 4
    ? { address: bytes.join("."), family: "IPv4", port }
    : { address: ipv6Text(bytes), family: "IPv6", port };
}

/** The client's address alone, as Bun prints it; empty on unix sockets. */
export function addressTextOf(response: UwsResponse): string {
  const bytes = new Uint8Array(response.getRemoteAddress());
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

/**
 * Engines without a port call: Linux lists the connections. The port is certain only when one connection
 * from that address is open; 0 says that it is not known.
 */
function portFromSystem(remote: Uint8Array, localPort: number): number {
  const mapped =
    remote.length === 16 && remote.slice(0, 10).every((byte) => byte === 0) && remote[10] === 0xff;
  const ports = [
    ...connectionPorts(remote.length === 16 ? "/proc/net/tcp6" : "/proc/net/tcp", remote, localPort),
    ...(mapped ? connectionPorts("/proc/net/tcp", remote.slice(12), localPort) : []),
  ];
  return ports.length === 1 ? (ports[0] ?? 0) : 0;
}

function connectionPorts(table: string, remote: Uint8Array, localPort: number): number[] {
  let text: string;
  try {
    text = readFileSync(table, "latin1");
  } catch {
    return [];
  }
  const local = `:${localPort.toString(16).toUpperCase().padStart(4, "0")}`;
  const address = kernelHex(remote);
  const ports: number[] = [];
  for (const line of text.split("\n")) {
    const [, localAddress, remoteAddress, state] = line.trim().split(/\s+/);
    if (state !== ESTABLISHED || !localAddress?.endsWith(local)) continue;
    const [remoteHex, portHex] = remoteAddress?.split(":") ?? [];
    if (remoteHex === address && portHex !== undefined) ports.push(Number.parseInt(portHex, 16));
  }
  return ports;
}

/** The kernel prints addresses as 32-bit words in host order, which is little-endian where the engine runs. */
function kernelHex(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4)
    text += Buffer.from(bytes.slice(i, i + 4))
      .reverse()
      .toString("hex");
  return text.toUpperCase();
}
