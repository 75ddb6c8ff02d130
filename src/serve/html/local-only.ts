import { isIP } from "node:net";
import type { Exchange } from "../../wire/exchange.js";

/** Why Bun refuses a request to its development server; null where it does not. */
export type Refusal = "Blocked: Host header does not match the dev server" | typeof ORIGIN;

const ORIGIN = "Blocked: Origin header does not match the dev server";

/**
 * Whether a request may see sources: a page of another site could have its own name lead here (DNS rebinding).
 * @param hostname the server's own, which is allowed, too
 */
export function refusalOf(exchange: Exchange, hostname: string | undefined): Refusal | null {
  if (isLocal(hostOf(exchange.header("host") ?? ""), hostname)) return null;
  return "Blocked: Host header does not match the dev server";
}

/** The same for what browsers let any site open: sockets. */
export function originRefusalOf(exchange: Exchange, hostname: string | undefined): Refusal | null {
  const origin = exchange.header("origin");
  if (origin === null) return null;
  const host = /^https?:\/\/(.*)$/i.exec(origin)?.[1] ?? "";
  return isLocal(hostOf(host), hostname) ? null : ORIGIN;
}

/** Whether the client is on this machine; through a unix socket nobody can tell. */
export function isOnThisMachine(exchange: Exchange): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(exchange.remoteAddress()?.address ?? "");
}

/** Without the port, in lower case. */
function hostOf(authority: string): string {
  return authority.replace(/:\d*$/, "").toLowerCase();
}

function isLocal(host: string, hostname: string | undefined): boolean {
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  if (isIP(host.replace(/^\[(.*)\]$/, "$1")) !== 0) return true;
  return hostname !== undefined && host === hostname.toLowerCase();
}
