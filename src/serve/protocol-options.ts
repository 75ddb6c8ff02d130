import { invalidOption } from "./errors.js";

/** Which versions of HTTP a server speaks. */
export interface Protocols {
  readonly http1: boolean;
  readonly http2: boolean;
}

/**
 * Reads `http1`, `http2` and `http3`.
 *
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE`, with Bun's message; and for HTTP/3, which nothing here can serve
 */
export function readProtocols(options: Record<string, unknown>, tls: boolean): Protocols {
  const http1 = options["http1"] === undefined || Boolean(options["http1"]);
  const http2 = Boolean(options["http2"]);
  const http3 = Boolean(options["http3"]);
  if (!http1 && !http2 && !http3) throw invalidOption("Cannot disable http1 without enabling http2 or http3");
  if (http3 && !tls) throw invalidOption("HTTP/3 requires 'tls' to be set");
  if (http3) throw invalidOption(NO_HTTP3);
  return { http1, http2 };
}

const NO_HTTP3 =
  "bunshim cannot serve HTTP/3: the QUIC of uWebSockets.js gives no access to requests, and Node.js has none " +
  "that is built by default. Leave out http3: true (http2: true works), or let a reverse proxy speak HTTP/3";
