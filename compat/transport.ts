/**
 * Preloaded by a run with `--transport`: moves every server of the case that would listen on a port to a unix
 * socket or to TLS, and the clients of the case (`net`, `fetch`, `WebSocket`) after them. The case itself knows
 * nothing of it. Servers that choose their transport themselves stay where they are.
 */
import net from "node:net";
import tls from "node:tls";
import { listen } from "./client.js";

type Options = Record<string, unknown>;

interface Server {
  readonly port?: number | undefined;
  readonly protocol: string | null;
}

declare const Bun: { serve(options: unknown): Server };

const transport = process.env["BUNSHIM_TRANSPORT"] ?? "tcp";
const nativeServe = Bun.serve;
const nativeConnect = net.connect;
const nativeFetch = globalThis.fetch;

/** The ports that speak TLS now. */
const ports = new Set<number>();
/** The unix socket of the latest server: who has no port to name can mean no other. */
let latestPath = "";

function hasOwnTransport(options: Options): boolean {
  return (
    options["unix"] !== undefined ||
    options["tls"] !== undefined ||
    options["http2"] !== undefined ||
    options["http1"] !== undefined ||
    options["http3"] !== undefined ||
    (options["port"] !== 0 && options["port"] !== undefined)
  );
}

/** The same options, inherited: getters and methods stay what they are. */
function moved(options: Options): Options {
  const { unix, tls } = listen();
  const place = transport === "unix" ? { unix, port: undefined, hostname: undefined } : { tls };
  const descriptors = Object.entries(place).map(([name, value]) => [name, { value, enumerable: true }]);
  return Object.create(options, Object.fromEntries(descriptors));
}

function serve(options: unknown): Server {
  if (typeof options !== "object" || options === null || hasOwnTransport({ ...options }))
    return Reflect.apply(nativeServe, Bun, [options]);
  const place = moved(options as Options);
  const server: Server = Reflect.apply(nativeServe, Bun, [place]);
  if (typeof place["unix"] === "string") latestPath = place["unix"];
  if (server.protocol === "https" && server.port !== undefined) ports.add(server.port);
  return server;
}

/** `net.connect` in all of its forms. */
function connect(...given: unknown[]): net.Socket {
  const listener = given.find((one) => typeof one === "function");
  const first = given[0];
  const target = typeof first === "object" && first !== null ? { ...first } : { port: first };
  const host = typeof given[1] === "string" ? { host: given[1] } : {};
  const port = "port" in target ? target.port : undefined;
  const options = { ...host, ...target };
  if (transport === "tls" && ports.has(Number(port))) {
    const socket: net.Socket = Reflect.apply(nativeConnect, net, [options]);
    const secured = tls.connect({ socket, rejectUnauthorized: false });
    if (typeof listener === "function")
      secured.on("secureConnect", () => Reflect.apply(listener, secured, []));
    // In Node.js it works on plain sockets only.
    secured.resetAndDestroy = () => {
      socket.resetAndDestroy();
      return secured.destroy();
    };
    return secured;
  }
  if (transport === "unix" && Number.isNaN(Number(port)) && !("path" in target) && latestPath !== "")
    return Reflect.apply(nativeConnect, net, [{ ...options, path: latestPath }, listener]);
  return Reflect.apply(nativeConnect, net, given);
}

/** Where a URL leads now, and the socket to take there. */
function movedUrl(text: string): { url: string; unix?: string } {
  const [, scheme = "", port = ""] = /^(http|ws)s?:\/\/[^/]*?:(\d+|undefined)(?=[/?#]|$)/.exec(text) ?? [];
  if (transport === "tls" && ports.has(Number(port))) return { url: text.replace(/^\w+/, `${scheme}s`) };
  if (transport !== "unix") return { url: text };
  if (port === "undefined") return { url: text.replace(":undefined", ""), unix: latestPath };
  const path = text.replace(/^(unix|ws\+unix):\/\//, "");
  if (path === text) return { url: text };
  const rest = decodeURIComponent(path).startsWith(latestPath) ? path.slice(latestPath.length) : path;
  return { url: `http://localhost${rest.startsWith("/") ? rest : `/${rest}`}`, unix: latestPath };
}

function ask(input: unknown, init?: Options): Promise<Response> {
  if (typeof input !== "string" && !(input instanceof URL))
    return Reflect.apply(nativeFetch, globalThis, [input, init]);
  const { url, unix } = movedUrl(String(input));
  const own = unix === undefined ? { tls: { rejectUnauthorized: false } } : { unix };
  const given = transport === "tls" && !url.startsWith("https:") ? init : { ...own, ...init };
  return Reflect.apply(nativeFetch, globalThis, [url, given]);
}

/** Bun's second argument may be an object of options, too. */
function movedSocketArguments([target, given]: unknown[]): unknown[] {
  const { url, unix } = movedUrl(String(target));
  if (unix !== undefined) return [`ws+unix://${unix}:${new URL(url).pathname}`, given];
  if (!url.startsWith("wss:")) return [target, given];
  const options = typeof given === "object" && !Array.isArray(given) ? given : { protocols: given };
  return [url, { tls: { rejectUnauthorized: false }, ...options }];
}

Bun.serve = serve;
net.connect = connect;
net.createConnection = connect;
globalThis.fetch = Object.assign(ask, nativeFetch);
globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
  construct: (native, given, target) => Reflect.construct(native, movedSocketArguments(given), target),
});
