import { Headers } from "./headers.js";

/** What a WebSocket connects with. */
export interface ConnectOptions {
  readonly protocols: readonly string[];
  /** Fields of the handshake beside those of the protocol. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none. */
  readonly tls: TlsOptions | null;
  readonly deflate: boolean;
  /** Null: none. */
  readonly proxy: ProxyTarget | null;
}

/** As node:tls takes them; Blobs where files are named. */
export type TlsOptions = Readonly<Record<string, unknown>>;

/** What connects to the server for us. */
export interface ProxyTarget {
  /** With the scheme `http` or `https`. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** For the connection to the proxy itself. */
  readonly tls: TlsOptions | null;
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
 * @throws {SyntaxError} for protocols that are no tokens, or named twice, and for a proxy that is none
 * @throws {TypeError} for headers that are none
 */
export function readConnectOptions(given: unknown): ConnectOptions {
  if (!isObject(given) || Array.isArray(given)) {
    // Null is a protocol of that name.
    const protocols = given === undefined ? [] : readProtocols(Array.isArray(given) ? given : `${given}`);
    return { protocols, headers: {}, tls: null, deflate: true, proxy: null };
  }
  const tls = readTls(given, "tls");
  const fields = readHeaders(Reflect.get(given, "headers"));
  const named: unknown = Reflect.get(given, "protocols") ?? Reflect.get(given, "protocol");
  const protocols = readProtocols(named);
  return {
    protocols: readProtocols(fields["sec-websocket-protocol"]?.split(/\s*,\s*/) ?? protocols),
    headers: Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN_FIELD.test(name))),
    tls,
    deflate: "perMessageDeflate" in given ? Boolean(Reflect.get(given, "perMessageDeflate")) : true,
    proxy: readProxy(Reflect.get(given, "proxy"), tls),
  };
}

/** Fields that are the handshake's own. */
const OWN_FIELD = /^(?:connection|upgrade|sec-websocket-.*)$/;

function readProxy(given: unknown, tls: TlsOptions | null): ProxyTarget | null {
  if (!isObject(given) && typeof given !== "string") return null;
  const options = typeof given === "string" || given instanceof URL ? { url: given } : given;
  const target: unknown = Reflect.get(options, "url");
  if (target === undefined || target === null || target === "") return null;
  const url = proxyUrl(`${target}`);
  const headers = readHeaders(Reflect.get(options, "headers"));
  // Who the server must be says nothing of the proxy.
  const { servername: _, checkServerIdentity: __, ...shared } = tls ?? {};
  return { url, headers, tls: readTls(options, "tls") ?? shared };
}

function proxyUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new SyntaxError(`Invalid proxy URL: ${text}`);
  if (url.protocol === "http:" || url.protocol === "https:") return url;
  throw new SyntaxError(
    `Unsupported proxy protocol "${url.protocol.slice(0, -1)}" (expected "http" or "https")`,
  );
}

function readTls(options: object, name: string): TlsOptions | null {
  const given: unknown = Reflect.get(options, name);
  return typeof given === "object" && given !== null ? nodeTls(given) : null;
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

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function nodeTls(given: object): Record<string, unknown> {
  const { serverName, ...rest }: Record<string, unknown> = { ...given };
  return serverName === undefined ? rest : { ...rest, servername: serverName };
}

/** Whether files are to be read first. */
export function namesFiles({ tls, proxy }: ConnectOptions): boolean {
  return [tls, proxy?.tls].some((options) => Object.values(options ?? {}).some(hasBlob));
}

/** With the content of the files. */
export async function withFiles({ tls, proxy, ...rest }: ConnectOptions): Promise<ConnectOptions> {
  return {
    ...rest,
    tls: await withoutBlobs(tls),
    proxy: proxy === null ? null : { ...proxy, tls: await withoutBlobs(proxy.tls) },
  };
}

function hasBlob(value: unknown): boolean {
  return value instanceof Blob || (Array.isArray(value) && value.some((one) => one instanceof Blob));
}

async function withoutBlobs(tls: TlsOptions | null): Promise<TlsOptions | null> {
  if (tls === null) return null;
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(tls)) read[name] = await withoutBlob(value);
  return read;
}

async function withoutBlob(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return Buffer.from(await value.arrayBuffer());
  return Array.isArray(value) ? Promise.all(value.map(withoutBlob)) : value;
}
