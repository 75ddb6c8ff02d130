import { Headers } from "./headers.js";

/** What a WebSocket connects with. */
export interface ConnectOptions {
  readonly protocols: readonly string[];
  /** Fields of the handshake beside those of the protocol. */
  readonly headers: Readonly<Record<string, string>>;
  /** As node:tls takes them; Blobs where files are named. Null: none. */
  readonly tls: Readonly<Record<string, unknown>> | null;
  readonly deflate: boolean;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Where a `ws+unix:` or `wss+unix:` URL leads: a socket, and behind a colon what is asked for there. */
export interface UnixTarget {
  readonly path: string;
  /** With `localhost` where the URL names no host. */
  readonly url: string;
}

/**
 * The URL of a WebSocket, with the scheme `ws`, `wss`, `ws+unix` or `wss+unix`.
 * @throws {SyntaxError} for what is none
 */
export function readUrl(given: unknown): URL {
  // Unlike `String`, it refuses symbols.
  const text = `${given}`;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new SyntaxError(`Invalid url for WebSocket ${text}`);
  }
  if (url.protocol === "http:") url.protocol = "ws:";
  else if (url.protocol === "https:") url.protocol = "wss:";
  if (!/^wss?(\+unix)?:$/.test(url.protocol)) {
    throw new SyntaxError(`Wrong url scheme for WebSocket ${url.href}`);
  }
  if (url.hash !== "" || text.endsWith("#")) throw new SyntaxError(`URL has fragment component ${url.href}`);
  if (unixTarget(url)?.path === "") {
    throw new SyntaxError(`Invalid url for WebSocket ${url.href} (missing unix socket path)`);
  }
  return url;
}

/** Null where the URL names a host. */
export function unixTarget({ protocol, host, pathname, search }: URL): UnixTarget | null {
  if (!protocol.endsWith("+unix:")) return null;
  const [path = "", ...rest] = pathname.split(":");
  const scheme = protocol.replace("+unix", "");
  return { path, url: `${scheme}//${host || "localhost"}${rest.join(":") || "/"}${search}` };
}

/** The `origin` of its messages. */
export function originOf({ protocol, host, href, origin }: URL): string {
  if (!protocol.endsWith("+unix:")) return origin;
  return href.startsWith(`${protocol}//`) ? `${protocol}//${host}` : protocol;
}

/**
 * The second argument of `new WebSocket`: protocols, or Bun's object (docs/runtime/http/websockets.mdx,
 * "Connect to a WebSocket server").
 * @throws {SyntaxError} for protocols that are no tokens, or named twice
 * @throws {TypeError} for headers that are none
 */
export function readConnectOptions(given: unknown): ConnectOptions {
  if (typeof given === "string" || Array.isArray(given)) {
    return { protocols: readProtocols(given), headers: {}, tls: null, deflate: true };
  }
  const options: object = typeof given === "object" && given !== null ? given : {};
  const get = (name: string): unknown => Reflect.get(options, name);
  if (get("proxy") !== undefined && get("proxy") !== null) {
    throw new Error('bunshim does not support the "proxy" option of WebSocket yet');
  }
  const tls = get("tls");
  const { "sec-websocket-protocol": asked, ...headers } = readHeaders(get("headers"));
  return {
    protocols: readProtocols(get("protocols") ?? get("protocol") ?? asked?.split(/\s*,\s*/)),
    headers,
    tls: typeof tls === "object" && tls !== null ? nodeTls(tls) : null,
    deflate: "perMessageDeflate" in options ? Boolean(get("perMessageDeflate")) : true,
  };
}

function readProtocols(given: unknown): string[] {
  if (given === undefined || given === null) return [];
  const list = (Array.isArray(given) ? given : [given]).map(String);
  for (const [index, protocol] of list.entries()) {
    if (!TOKEN.test(protocol)) throw new SyntaxError(`Wrong protocol for WebSocket '${protocol}'`);
    const lower = protocol.toLowerCase();
    if (list.findIndex((other) => other.toLowerCase() === lower) < index) {
      throw new SyntaxError(`WebSocket protocols contain duplicates: '${protocol}'`);
    }
  }
  return list;
}

function readHeaders(given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {};
  if (!isHeadersInit(given)) throw new TypeError("Type error");
  return Object.fromEntries(new Headers(given));
}

function isHeadersInit(value: unknown): value is HeadersInit {
  return typeof value === "object";
}

function nodeTls(given: object): Record<string, unknown> {
  const { serverName, ...rest }: Record<string, unknown> = { ...given };
  return serverName === undefined ? rest : { ...rest, servername: serverName };
}
