import type { ClientRequest, ClientRequestArgs } from "node:http";
import { createRequire } from "node:module";
import { connect, isIP, type Socket } from "node:net";
import type * as Tls from "node:tls";
import type { ClientOptions } from "ws";
import { fieldName } from "./field-name.js";
import { findAddresses } from "./localhost.js";
import { isPassedBy } from "./no-proxy.js";
import { type ConnectOptions, unixTarget } from "./web-socket-options.js";
import { openTunnel } from "./web-socket-tunnel.js";

/** How long the server may take to answer a Close frame, in seconds, unless the environment says otherwise. */
const CLOSE_TIMEOUT = 30;

/** In milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The fields of the handshake itself, in Bun's order: servers and proxies are used to it. */
const FIRST = [
  "Host",
  "Connection",
  "Upgrade",
  "Sec-WebSocket-Version",
  "Sec-WebSocket-Extensions",
  "Sec-WebSocket-Key",
  "Sec-WebSocket-Protocol",
];

type Connected = (error: Error | null, socket?: Socket) => void;

/** Options that `ws` takes, too. */
interface Connecting {
  closeTimeout: number;
  lookup: typeof findAddresses;
  /** Returns the connection, or calls `connected` later. */
  createConnection?: (given: ClientRequestArgs, connected: Connected) => Socket | undefined;
}

/** What `ws` makes a connection with. */
export interface Handshake {
  readonly options: ClientOptions;
  /** Lets go of what still waits, once the connection has ended. */
  cancel(): void;
}

export function handshakeWith(url: URL, settings: ConnectOptions): Handshake {
  let pending: ClientRequest | null = null;
  const connecting: Connecting = { closeTimeout: closeTimeout(), lookup: findAddresses };
  const unix = unixTarget(url);
  const proxy = unix === null && isPassedBy(url) ? null : settings.proxy;
  if (unix !== null) {
    const { path } = unix;
    connecting.createConnection = () =>
      unix.url.startsWith("wss:") ? tls().connect({ ...settings.tls, path }) : connect(path);
  } else if (proxy !== null) {
    const secure = url.protocol === "wss:";
    const authority = `${url.hostname}:${url.port || (secure ? 443 : 80)}`;
    connecting.createConnection = ({ host }, connected) => {
      pending = openTunnel(proxy, authority, (outcome) => {
        if (outcome instanceof Error) connected(outcome);
        else connected(null, secure ? encrypted(outcome, host ?? "", settings.tls) : outcome);
      });
      return undefined;
    };
  }
  const options: ClientOptions = {
    ...settings.tls,
    headers: settings.headers,
    perMessageDeflate: settings.deflate,
    maxPayload: 0,
    maxFragments: 0,
    maxBufferedChunks: 0,
    finishRequest(request) {
      // Protocols written as Bun does: servers split them at what they are used to.
      if (settings.protocols.length > 1) {
        request.setHeader("Sec-WebSocket-Protocol", settings.protocols.join(", "));
      }
      arrange(request);
      request.end();
    },
  };
  return { options: Object.assign(options, connecting), cancel: () => pending?.destroy() };
}

const PARAMETERS = [
  "permessage-deflate",
  "server_no_context_takeover",
  "client_no_context_takeover",
  "server_max_window_bits",
  "client_max_window_bits",
];

/** What was agreed on, as `extensions` shows it: in one order, whatever the server's. */
export function agreedExtensions(field: string): string {
  const order = (part: string): number => PARAMETERS.indexOf(part.split("=", 1)[0] ?? "");
  const parts = field.split(";").map((part) => part.trim());
  return parts.sort((a, b) => order(a) - order(b)).join("; ");
}

/** TLS with the server, through a connection that leads there. */
function encrypted(socket: Socket, host: string, options: ConnectOptions["tls"]): Tls.TLSSocket {
  return tls().connect({ servername: isIP(host) === 0 ? host : "", ...options, host, socket });
}

/** Loaded where it is needed: a server's start must not pay for it. */
function tls(): typeof Tls {
  const loaded: typeof Tls = createRequire(import.meta.url)("node:tls");
  return loaded;
}

/** In milliseconds. */
function closeTimeout(): number {
  const seconds = Number(process.env["BUN_CONFIG_WS_CLOSE_TIMEOUT"] ?? CLOSE_TIMEOUT);
  if (seconds === 0) return LONGEST_TIMER;
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_TIMER) : CLOSE_TIMEOUT * 1000;
}

function arrange(request: ClientRequest): void {
  const others = request.getHeaderNames().filter((name) => !FIRST.some((one) => one.toLowerCase() === name));
  const names = [...FIRST, ...others.sort().map((name) => fieldName(name).wire)];
  const fields = names.map((name) => ({ name, value: request.getHeader(name) }));
  for (const { name } of fields) request.removeHeader(name);
  for (const { name, value } of fields) {
    if (value !== undefined) request.setHeader(name, value);
  }
}
