// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import { typeError, wrongGetter, wrongThis } from "../web/errors.js";
import { showAs } from "../web/inspect.js";
import { exchangeOf, keepRequest, Request } from "../web/request.js";
import { setLengths } from "../web/standard-class.js";
import type { Listener } from "../wire/wire.js";
import type { Dispatcher } from "./dispatch.js";
import { invalidOption } from "./errors.js";
import { isError } from "./handler-result.js";
import { forgetServer, keepServer } from "./kept-servers.js";
import { readReload, type ServeSettings } from "./options.js";
import { serverUrl, unixUrl } from "./server-url.js";
import type { FetchHandler, Server, SocketAddress } from "./types.js";
import { asMessage, toText } from "./websocket/message.js";
import { result } from "./websocket/server-web-socket.js";
import { upgrade } from "./websocket/upgrade.js";
import type { WebSockets } from "./websocket/web-sockets.js";

/** Seconds that a timer can count. */
const LONGEST = 2_000_000;

/**
 * Bun has four classes of servers. The members of each are functions of their own, which take no server of
 * another class.
 */
const serverClasses = new Map<string, ReturnType<typeof defineServerClass>>();

function serverClass({ development, tls }: ServeSettings): ReturnType<typeof defineServerClass> {
  const name = `${development ? "Debug" : ""}HTTP${tls === null ? "" : "S"}Server`;
  const known = serverClasses.get(name) ?? defineServerClass(name);
  serverClasses.set(name, known);
  return known;
}

/** The class of what `Bun.serve` returns; its members are those of Bun's object, in its order and kind. */
function defineServerClass(className: string) {
  class HTTPServer implements Server {
    readonly #settings: ServeSettings;
    readonly #dispatcher: Dispatcher;
    readonly #sockets: WebSockets;
    readonly #listener: Listener;
    #url: URL | null = null;
    #stopped = false;

    // What a method taken off its object has as `this` may be no object at all.
    static is(value: unknown): value is HTTPServer {
      return typeof value === "object" && value !== null && #sockets in value;
    }

    constructor(settings: ServeSettings, dispatcher: Dispatcher, sockets: WebSockets, listener: Listener) {
      this.#settings = settings;
      this.#dispatcher = dispatcher;
      this.#sockets = sockets;
      this.#listener = listener;
    }

    get address(): SocketAddress | string | null {
      const { address } = this.#listener;
      if (typeof address === "string") return address;
      return this.#stopped ? null : { ...address };
    }

    closeIdleConnections(): number {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      return this.#stopped ? 0 : this.#listener.closeIdle();
    }

    get development(): boolean {
      return this.#settings.development;
    }

    fetch(request: globalThis.Request | string, init?: RequestInit): Promise<globalThis.Response> {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      return this.#ask(request, init, arguments.length);
    }

    async #ask(
      request: globalThis.Request | string,
      init: RequestInit | undefined,
      given: number,
    ): Promise<globalThis.Response> {
      const asked = askedRequest(request, init, given, baseUrl(this.#settings));
      const handler = this.#dispatcher.fetchHandler;
      if (handler === null) throw new Error("fetch() requires the server to have a fetch handler");
      // Bun calls it without the server, unlike for a request from the network.
      const answer = handler.call(this, asked);
      if (isError(answer)) throw answer;
      if (!isAnswer(answer)) throw new Error("fetch() returned an empty value");
      return answer;
    }

    get hostname(): string | undefined {
      return this.#settings.unix === undefined ? (this.#settings.hostname ?? "localhost") : undefined;
    }

    get id(): string {
      return this.#settings.id;
    }

    get pendingRequests(): number {
      return this.#dispatcher.pending;
    }

    get pendingWebSockets(): number {
      return this.#sockets.count;
    }

    get port(): number | undefined {
      if (this.#settings.unix !== undefined) return undefined;
      return this.#stopped ? this.#settings.port : this.#listener.port;
    }

    get protocol(): "http" | "https" {
      return this.#settings.tls === null ? "http" : "https";
    }

    publish(topic: unknown, data: unknown, compress?: unknown): number {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      if (arguments.length === 0) throw invalidOption("Missing argument");
      if (topic === undefined || topic === null) throw invalidOption("Expected string");
      const name = toText(topic);
      if (arguments.length === 1) throw invalidOption("Missing argument");
      if (name === "") throw new Error("publish requires a topic string");
      const message = asMessage(data) ?? toText(data);
      const compressed = compress === undefined || Boolean(compress);
      return result(this.#sockets.publish(name, message, compressed), message);
    }

    ref(): this {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      this.#listener.ref();
      return this;
    }

    reload(options: unknown, _reserved?: unknown): this {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      if (arguments.length === 0) {
        throw typeError("ERR_MISSING_ARGS", "Not enough arguments to 'reload'. Expected 1, got 0.");
      }
      const handlers = readReload(options);
      this.#dispatcher.use(handlers);
      if (handlers.websocket !== null) this.#sockets.use(handlers.websocket);
      if (this.#dispatcher.hasLivePages) this.#sockets.acceptOwn();
      return this;
    }

    requestIP(request: globalThis.Request): SocketAddress | null {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      if (arguments.length === 0) throw invalidOption("Missing Request object");
      if (!(request instanceof Request)) throw invalidOption("Expected Request object");
      return exchangeOf(request)?.remoteAddress() ?? null;
    }

    stop(closeActiveConnections?: boolean): Promise<void> {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      this.#stopped = true;
      forgetServer(this.#settings);
      this.#dispatcher.stop();
      if (closeActiveConnections === true) this.#listener.closeAll();
      else this.#listener.stop();
      return this.#listener.closed;
    }

    subscriberCount(topic: unknown): number {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      if (arguments.length === 0) {
        throw typeError("ERR_MISSING_ARGS", "Not enough arguments to 'subscriberCount'. Expected 1, got 0.");
      }
      if (topic === undefined || topic === null) {
        throw invalidOption("subscriberCount requires a topic name as a string");
      }
      return this.#listener.subscriberCount(toText(topic));
    }

    timeout(request: globalThis.Request, seconds: number): undefined | null {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      if (arguments.length < 2 || request === null || request === undefined) {
        const message = `Not enough arguments to 'timeout'. Expected 2, got ${arguments.length}.`;
        throw typeError("ERR_MISSING_ARGS", message);
      }
      // As Bun: who has no address has no time of its own either.
      if (this.#settings.unix !== undefined) return null;
      if (typeof seconds !== "number") throw new Error("timeout() requires a number");
      if (!(request instanceof Request)) throw invalidOption("timeout() requires a Request object");
      const exchange = exchangeOf(request);
      // What is no time at all is none.
      if (exchange !== null) exchange.idleTimeout = Math.min(Math.max(0, Math.trunc(seconds) || 0), LONGEST);
      return undefined;
    }

    unref(): this {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      this.#listener.unref();
      return this;
    }

    upgrade(request: unknown, options: unknown = undefined): boolean {
      if (!HTTPServer.is(this)) throw wrongServer(className, this);
      if (arguments.length === 0) throw invalidOption("Missing argument");
      if (this.#sockets.settings === null) {
        throw invalidOption('To enable websocket support, set the "websocket" object in Bun.serve({})');
      }
      if (!(request instanceof Request)) throw invalidOption("upgrade requires a Request object");
      const exchange = exchangeOf(request);
      if (exchange === null || exchange.aborted || exchange.replied) return false;
      if (exchange.receiver !== this.#dispatcher) {
        throw invalidOption("upgrade() must be called on the same server that received the request");
      }
      if (!upgrade(request, exchange, options)) return false;
      this.#dispatcher.upgraded(exchange);
      keepRequest(request);
      return true;
    }

    get url(): URL {
      const { unix } = this.#settings;
      // Made when it is asked for: the path of a socket may be no URL.
      return (this.#url ??=
        unix === undefined ? serverUrl(this.protocol, this.hostname ?? "", this.port ?? 0) : unixUrl(unix));
    }

    [Symbol.dispose](): void {
      HTTPServer.prototype.stop.call(this, true);
    }

    static {
      // As `console.log` of Bun shows it: every member of the prototype.
      showAs(HTTPServer.prototype, (server, show) => {
        const isInstance = HTTPServer.is(server);
        const own = isInstance ? Object.entries(server) : [];
        const members: Record<PropertyKey, unknown> = Object.fromEntries(own);
        for (const [name, { value }] of Object.entries(
          Object.getOwnPropertyDescriptors(HTTPServer.prototype),
        ).sort(byName)) {
          members[name] = isInstance ? Reflect.get(server, name) : value;
        }
        members[Symbol.dispose] = server[Symbol.dispose];
        return `${className} ${show(members)}`;
      });
    }
  }

  // Bun's members are enumerable, and the object has no class of its own.
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(HTTPServer.prototype))) {
    if (name === "constructor") continue;
    const { get: getter } = member;
    if (getter !== undefined) {
      member.get = function (this: unknown) {
        if (!HTTPServer.is(this)) throw wrongGetter(className, name);
        return Reflect.apply(getter, this, []);
      };
      Object.defineProperty(member.get, "name", { value: `get ${name}` });
    }
    Object.defineProperty(HTTPServer.prototype, name, { ...member, enumerable: true, configurable: false });
  }
  const { prototype } = HTTPServer;
  Reflect.deleteProperty(prototype, "constructor");
  setLengths(prototype, { fetch: 1 });
  const dispose = prototype[Symbol.dispose];
  Object.defineProperties(dispose, { name: { value: "dispose" }, length: { value: 1 } });
  Object.defineProperties(prototype, {
    [Symbol.dispose]: { writable: false },
    [Symbol.toStringTag]: { value: className },
  });
  return HTTPServer;
}

/** Puts a running server together. */
export function createServer(
  settings: ServeSettings,
  dispatcher: Dispatcher,
  sockets: WebSockets,
  listener: Listener,
): Server {
  const server = new (serverClass(settings))(settings, dispatcher, sockets, listener);
  dispatcher.attach(server);
  keepServer(settings, (options) => server.reload(options));
  return server;
}

function wrongServer(className: string, value: unknown): TypeError {
  if (value !== undefined && value !== null) return wrongThis(className, value);
  return typeError("ERR_INVALID_THIS", `Expected this to be instanceof ${className}`);
}

/** Where `server.fetch("/path")` asks: what the options say, not what was bound. */
function baseUrl({ hostname = "0.0.0.0", port, tls }: ServeSettings): URL {
  return serverUrl(tls === null ? "http" : "https", hostname, port);
}

function askedRequest(request: unknown, init: RequestInit | undefined, given: number, base: URL): Request {
  if (request instanceof Request) return request.bodyUsed ? request : copyOf(request);
  if (given === 0) throw new Error("fetch() expects a string but received no arguments.");
  const text: unknown = request instanceof String ? request.valueOf() : request;
  if (typeof text !== "string") {
    throw typeError("ERR_INVALID_ARG_TYPE", `fetch() expects a string, but received ${typeName(text)}`);
  }
  if (text === "") throw new Error("fetch() URL must not be a blank string.");
  return new Request(askedUrl(text, base).href, typeof init === "object" ? init : undefined);
}

/** Who names no host asks the server itself: for a path, where Bun sees one, else for `/`. */
function askedUrl(text: string, base: URL): URL {
  if (/^[^@/\w:-]/.test(text)) return base;
  const path = /^(?:\w+:\/\/)?(\/(?!\/)[^#]*)/.exec(text)?.[1];
  if (path !== undefined) return new URL(path, base);
  return /^\w+:\/\/$/.test(text) ? base : new URL(text);
}

/** The handler gets a request of its own, and leaves the content of the given one unread. */
function copyOf(request: Request): Request {
  const copy = request.clone();
  return copy instanceof Request ? copy : request;
}

/** As for Bun, what a promise gives is not looked at. */
function isAnswer(
  answer: ReturnType<FetchHandler>,
): answer is globalThis.Response | Promise<globalThis.Response> {
  return answer !== undefined && answer !== null;
}

function typeName(value: unknown): string {
  if (value === null) return "Null";
  if (typeof value === "bigint") return "BigInt";
  if (typeof value === "function") return "Object";
  const name = typeof value;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
