import { isMainThread } from "node:worker_threads";
import { systemCalls } from "../system-calls.js";
import { isAbstract } from "../unix-socket.js";
import type { ListenOptions } from "../wire.js";

/**
 * Why the engine cannot serve with these options; null when it can. The texts end up in the error for a forced
 * wire.
 */
export function obstacleFor(options: ListenOptions | undefined): string | null {
  if (!isMainThread) {
    return "terminating a worker thread with an open socket of uWebSockets.js ends the whole process";
  }
  if (options === undefined) return null;
  if (options.ipv6Only && options.unix === undefined)
    return "uWebSockets.js makes every IPv6 socket a dual one (ipv6Only)";
  if (options.http2 === true) return "uWebSockets.js does not speak HTTP/2";
  if (options.unix !== undefined && isAbstract(options.unix) && systemCalls() === null) {
    return "uWebSockets.js cannot listen on abstract sockets without koffi (npm install koffi)";
  }
  const contexts = options.tls ?? [];
  // It can, but routes have to be registered for each name, and every time it prints to stdout.
  if (contexts.length > 1) return "uWebSockets.js prints to stdout for each TLS server name";
  for (const context of contexts) {
    if (context.requestCert)
      return "uWebSockets.js cannot refuse clients without a certificate (requestCert)";
    if (context.secureOptions !== 0) return "uWebSockets.js takes no OpenSSL options (secureOptions)";
    for (const name of ["minVersion", "maxVersion", "sigalgs", "ecdhCurve"] as const)
      if (context[name] !== null) return `uWebSockets.js has no such option of TLS (${name})`;
  }
  return null;
}
