import type { Exchange } from "../wire/exchange.js";

/** Hosts and targets that the URL parser would leave as they are. */
const PLAIN_HOST =
  /^(?:(?!xn--)[a-z][a-z0-9-]*(?:\.(?!xn--)[a-z][a-z0-9-]*)*|127\.0\.0\.1)(?::(?!0|80$|443$)\d{1,4})?$/;
const PLAIN_TARGET =
  /^\/(?:[!$&()*+,\-/0-9:;=@A-Z_a-z~]|(?<!\/)\.|%(?!2[Ee]))*(?:\?[!$%&()*+,\-./0-9:;=?@A-Z_a-z~]*)?$/;
/** What may stand in a Host field at all. */
const HOST = /^[A-Za-z0-9\-._~!$&'()*+,;=:%[\]]+$/;

/** The URL of an incoming request, normalised as WHATWG asks. Without a usable Host it is the target alone. */
export function incomingUrl(exchange: Exchange): string {
  const host = firstOf(exchange.header("host"));
  const target = exchange.target;
  // CONNECT names an authority, and some OPTIONS only `*`.
  if (host === null || !HOST.test(host) || !target.startsWith("/")) return target;
  const url = (exchange.secure ? "https://" : "http://") + host + target;
  if (PLAIN_HOST.test(host) && PLAIN_TARGET.test(target)) return url;
  return URL.canParse(url) ? normalised(url) : url;
}

/** Of several Host fields the first counts, as in Bun. */
function firstOf(host: string | null): string | null {
  const comma = host === null ? -1 : host.indexOf(", ");
  return host === null || comma < 0 ? host : host.slice(0, comma);
}

/** Node's URL leaves ^ in a path as it is, the standard has it encoded since 2024. */
function normalised(given: string): string {
  const url = new URL(given).href;
  if (!url.includes("^")) return url;
  const path = url.search(/[?#]|$/);
  return url.slice(0, path).replaceAll("^", "%5E") + url.slice(path);
}
