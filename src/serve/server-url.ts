import { isIPv6 } from "node:net";

/** `server.url`: an IPv6 address in brackets, and always a `/` at the end. */
export function serverUrl(protocol: "http" | "https", hostname: string, port: number): URL {
  const host = isIPv6(hostname) ? `[${hostname}]` : hostname;
  return new URL(`${protocol}://${host}:${port}/`);
}
