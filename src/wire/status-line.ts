import { STATUS_CODES } from "node:http";

// Where Bun 1.4.4 says something else than node:http; a status without a name is "HM" there.
const BUN_NAMES: Readonly<Record<number, string | undefined>> = {
  101: "Switching protocols",
  306: "Switch Proxy",
  509: undefined,
};

/** Reason phrase for a status code as Bun 1.4.4 sends it (RFC 9112 section 4); the user's `statusText` is never sent. */
export function reasonPhrase(status: number): string {
  return (status in BUN_NAMES ? BUN_NAMES[status] : STATUS_CODES[status]) ?? "HM";
}

const lines: string[] = [];

/** Status code and reason phrase, e.g. `404 Not Found`. */
export function statusLine(status: number): string {
  return (lines[status] ??= `${status} ${reasonPhrase(status)}`);
}

/** Whether a reply with this status never has content, whatever the handler gave (RFC 9110 section 6.4.1). */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 304 || status === 101;
}
