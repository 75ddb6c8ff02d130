import type { Exchange } from "../wire/exchange.js";

/** Hosts and targets that the URL parser would leave as they are. */
const PLAIN_HOST = /^(?!\d)[a-z0-9-]+(?:\.[a-z][a-z0-9-]*)*$/;
const PLAIN_TARGET = /^\/(?!\/)[!$&()*+,\-/0-9:;=@A-Z_a-z~%]*(?:\?[!$&()*+,\-./0-9:;=?@A-Z_a-z~%]*)?$/;

/** The absolute URL of an incoming request, normalised as WHATWG asks. */
export function incomingUrl(exchange: Exchange): string {
  const scheme = exchange.secure ? "https://" : "http://";
  const host = exchange.header("host") ?? "";
  const target = exchange.target;
  const url = scheme + host + target;
  if (PLAIN_HOST.test(host) && PLAIN_TARGET.test(target)) return url;
  return URL.canParse(url) ? new URL(url).href : url;
}
