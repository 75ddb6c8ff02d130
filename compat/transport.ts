/**
 * Preloaded by a run with `--transport`: moves every server of the case that would listen on a port of its own
 * to a unix socket or to TLS, and the clients of the case (`net`, `fetch`, `WebSocket`) after them. The case
 * itself knows nothing of it: a server on a unix socket shows a made-up port, by which its clients find it.
 * Servers that choose their transport themselves stay where they are.
 */
import { readFileSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import tls from "node:tls";

type Options = Record<string, unknown>;

interface Server {
  readonly port?: number | undefined;
  readonly protocol: string | null;
}

declare const Bun: { serve(options: unknown): Server };

const transport = process.env["BUNSHIM_TRANSPORT"];
const nativeServe = Bun.serve;
const nativeConnect = net.connect;
const nativeFetch = globalThis.fetch;

/** The ports that speak TLS. */
const securePorts = new Set<number>();
/** The unix sockets, by made-up port. */
const sockets = new Map<number, string>();
/** Below those that the system gives out. */
let lastPort = 20_000;

/** Names that mean this machine. */
const ownNames: unknown[] = [undefined, null, "", "localhost", "127.0.0.1", "0.0.0.0"];

function isMovable(options: Options): boolean {
  const { port, hostname } = options;
  return (
    ["unix", "tls", "http2", "http1", "http3", "reusePort", "ipv6Only"].every(
      (name) => options[name] === undefined,
    ) &&
    ownNames.includes(hostname) &&
    (port === 0 || port === undefined || securePorts.has(Number(port)) || sockets.has(Number(port)))
  );
}

function certificate(name: string): string {
  return readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), "utf8");
}

/** The same options but some, inherited: getters and methods stay what they are. */
function but(options: Options, others: Options): Options {
  const descriptors = Object.entries(others).map(([name, value]) => [name, { value, enumerable: true }]);
  return Object.create(options, Object.fromEntries(descriptors));
}

function isOptions(value: unknown): value is Options {
  return typeof value === "object" && value !== null;
}

function serve(options: unknown): Server {
  if (!isOptions(options) || !isMovable({ ...options })) return Reflect.apply(nativeServe, Bun, [options]);
  return transport === "tls" ? serveSecurely(options) : serveOnSocket(options);
}

function serveSecurely(options: Options): Server {
  const secured = but(options, { tls: { key: certificate("key"), cert: certificate("cert") } });
  const server: Server = Reflect.apply(nativeServe, Bun, [secured]);
  securePorts.add(Number(server.port));
  return server;
}

function serveOnSocket(options: Options): Server {
  const hostname = options["hostname"] || "localhost";
  const known = sockets.get(Number(options["port"]));
  const unix =
    known ?? path.join(os.tmpdir(), `compat-${process.pid}-${Math.random().toString(36).slice(2)}.sock`);
  const moved = but(options, { unix, port: undefined, hostname: undefined });
  const server: Server = Reflect.apply(nativeServe, Bun, [moved]);
  const port = known === undefined ? ++lastPort : Number(options["port"]);
  sockets.set(port, unix);
  const url = new URL(`http://${hostname}:${port}/`);
  const address = { address: "127.0.0.1", family: "IPv4", port };
  for (const [name, value] of Object.entries({ address, hostname, port, url }))
    Object.defineProperty(server, name, { value, configurable: true });
  return server;
}

/** `net.connect` in all of its forms. */
function connect(...given: unknown[]): net.Socket {
  const listener = given.find((one) => typeof one === "function");
  const [first, second] = given;
  const host = typeof second === "string" ? { host: second } : {};
  const options: Options = isOptions(first) ? first : { port: first, ...host };
  const port = Number(options["port"]);
  const socket = sockets.get(port);
  // Node.js has its own clients there: what they are redirected to is on TCP, as on Bun.
  if (socket !== undefined && !("localAddress" in options)) {
    const moved = { ...options, path: socket, port: undefined, host: undefined };
    const connection: net.Socket = Reflect.apply(nativeConnect, net, [moved, listener]);
    // There is no reset on unix sockets.
    connection.resetAndDestroy = () => connection.destroy();
    return connection;
  }
  return securePorts.has(port)
    ? connectSecurely(options, listener)
    : Reflect.apply(nativeConnect, net, given);
}

function connectSecurely(options: Options, listener: unknown): net.Socket {
  const socket: net.Socket = Reflect.apply(nativeConnect, net, [options]);
  const secured = tls.connect({ socket, rejectUnauthorized: false });
  if (typeof listener === "function") secured.on("secureConnect", () => Reflect.apply(listener, secured, []));
  // In Node.js it works on plain sockets only.
  secured.resetAndDestroy = () => {
    socket.resetAndDestroy();
    return secured.destroy();
  };
  return secured;
}

function portOf(url: string): number {
  return Number(/^\w+:\/\/[^/?#]*:(\d+)/.exec(url)?.[1]);
}

/** Where a URL leads by TLS. */
function secure(url: string): string {
  return url.replace(/^(http|ws):/, "$1s:");
}

function ask(input: unknown, init?: Options): Promise<Response> {
  const isRequest = input instanceof Request;
  const url = isRequest ? input.url : String(input);
  const port = portOf(url);
  const unix = sockets.get(port);
  if (unix !== undefined) return Reflect.apply(nativeFetch, globalThis, [input, { unix, ...init }]);
  if (!securePorts.has(port)) return Reflect.apply(nativeFetch, globalThis, [input, init]);
  const moved = isRequest && !url.startsWith("https:") ? new Request(secure(url), input) : input;
  return Reflect.apply(nativeFetch, globalThis, [
    isRequest ? moved : secure(url),
    { tls: { rejectUnauthorized: false }, ...init },
  ]);
}

/** Bun's second argument may be an object of options, too. */
function movedSocketArguments([target, given]: unknown[]): unknown[] {
  const url = String(target);
  const unix = sockets.get(portOf(url));
  if (unix !== undefined) {
    const { pathname, search } = new URL(url);
    return [`ws+unix://${unix}:${pathname}${search}`, given];
  }
  if (!securePorts.has(portOf(url))) return [target, given];
  const options = isOptions(given) && !Array.isArray(given) ? given : { protocols: given };
  return [secure(url), { tls: { rejectUnauthorized: false }, ...options }];
}

Bun.serve = serve;
net.connect = connect;
net.createConnection = connect;
globalThis.fetch = Object.assign(ask, nativeFetch);
globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
  construct: (native, given, target) => Reflect.construct(native, movedSocketArguments(given), target),
});
// A case that ends without stopping its servers leaves their files behind.
process.on("exit", () => {
  for (const socket of sockets.values()) rmSync(socket, { force: true });
});
