import { isIPv6 } from "node:net";

/** `server.url`: an IPv6 address in brackets, and always a `/` at the end. */
export function serverUrl(protocol: "http" | "https", hostname: string, port: number): URL {
  const host = isIPv6(hostname) ? `[${hostname}]` : hostname;
  return new URL(`${protocol}://${host}:${port}/`);
}

/** `server.url` of a server on a unix socket: `unix:///run/app.sock`, `abstract://name/`. */
export function unixUrl(path: string): URL {
  const isAbstract = path.startsWith("\0") && path.length > 1;
  return new URL(isAbstract ? `abstract://${path.slice(1)}/` : `unix://${path.replace(/^\0/, "")}`);
}
