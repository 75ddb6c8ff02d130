import dnsModule from "node:dns";
import { isIP } from "node:net";

/** An address of a host. */
export interface DNSLookup {
  address: string;
  family: 4 | 6;
  /** Seconds; 0: not known. */
  ttl: number;
}

export interface LookupOptions {
  family?: 4 | 6 | 0 | "IPv4" | "IPv6" | "any";
  port?: number;
}

const FAMILIES: Readonly<Record<string, number>> = { IPv4: 4, IPv6: 6, any: 0 };
const { lookup: find } = dnsModule.promises;

/**
 * Names of hosts: Node.js's own, with the members that Bun adds. Node.js leaves remembering to the system.
 *
 * @see https://bun.com/docs/runtime/networking/dns
 */
export const dns = {
  ...dnsModule.promises,
  /** @throws Error with code `DNS_ENOTFOUND` for a name that nobody knows */
  async lookup(hostname: string, options: LookupOptions = {}): Promise<DNSLookup[]> {
    const { family = 0 } = options;
    const wanted = typeof family === "string" ? (FAMILIES[family] ?? 0) : family;
    try {
      const found = await find(hostname, { all: true, family: wanted });
      return found.map(({ address }) => ({ address, family: isIP(address) === 6 ? 6 : 4, ttl: 0 }));
    } catch (cause) {
      throw notFound(cause, hostname);
    }
  },
  /** Asks for a name ahead of time. */
  prefetch(hostname: string, _port?: number): void {
    find(hostname).catch(ignore);
  },
  /** What is remembered here: nothing. */
  getCacheStats() {
    return { cacheHitsCompleted: 0, cacheHitsInflight: 0, cacheMisses: 0, size: 0, errors: 0, totalCount: 0 };
  },
  ADDRCONFIG: dnsModule.ADDRCONFIG,
  ALL: dnsModule.ALL,
  V4MAPPED: dnsModule.V4MAPPED,
};

function notFound(cause: unknown, hostname: string): Error {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "EAI_FAIL";
  const error = new Error(`getaddrinfo ${code}`, { cause });
  error.name = "DNSException";
  return Object.assign(error, { code: `DNS_${code}`, syscall: "getaddrinfo", hostname });
}

function ignore(): void {}
