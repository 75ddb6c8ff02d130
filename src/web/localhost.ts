import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { networkInterfaces } from "node:os";

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

const IPV4: LookupAddress = { address: "127.0.0.1", family: 4 };
const IPV6: LookupAddress = { address: "::1", family: 6 };

/**
 * Finds the addresses of a host as Bun's clients (`fetch` and `WebSocket`, not those of `node:net`) do: `localhost`
 * is this machine whatever the system's tables say, by IPv6 first.
 */
export function findAddresses(hostname: string, options: LookupOptions, found: Found): void {
  // Who asks for one address only could not try the other.
  if (hostname !== "localhost" || options.all !== true || !hasIPv6()) lookup(hostname, options, found);
  else process.nextTick(found, null, [IPV6, IPV4]);
}

let speaksIPv6: boolean | null = null;

function hasIPv6(): boolean {
  speaksIPv6 ??= Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.address === IPV6.address);
  return speaksIPv6;
}
