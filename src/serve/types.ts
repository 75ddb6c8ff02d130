/**
 * The public types of `serve`. They have the shape of Bun's own (npm `bun-types`, `serve.d.ts`), and need
 * nothing but the standard classes of TypeScript's `dom` library or `@types/node`.
 */

import type { CookieMap } from "../web/cookie-map.js";
import type { SocketAddress } from "../wire/exchange.js";
import type { TLSOptions } from "./tls-types.js";
import type { ServerWebSocketSendStatus, WebSocketBytes, WebSocketHandler } from "./websocket-types.js";

export type * from "./websocket-types.js";
export type { SocketAddress };

type MaybePromise<T> = T | Promise<T>;

/**
 * `{ id: string }` from `/users/:id`. Written exactly as Bun's, branch for branch: only then does the compiler
 * see that a handler of ours is one of Bun's for any path.
 */
export type ExtractRouteParams<T> = string extends T
  ? Record<string, string>
  : T extends `${string}:${infer Param}/${infer Rest}`
    ? { [K in Param]: string } & ExtractRouteParams<Rest>
    : T extends `${string}:${infer Param}`
      ? { [K in Param]: string }
      : T extends `${string}*`
        ? // biome-ignore lint/complexity/noBannedTypes: a route without parameters has an empty object
          {}
        : // biome-ignore lint/complexity/noBannedTypes: a route without parameters has an empty object
          {};

/** The request that a route handler gets. */
export interface BunRequest<T extends string = string> extends Request {
  /** Route parameters, percent-decoded. Source: docs/runtime/http/routing.mdx. */
  readonly params: { [Key in keyof ExtractRouteParams<T>]: ExtractRouteParams<T>[Key] } & {};
  /** The request's cookies; changes are applied to the reply. Source: docs/runtime/http/cookies.mdx. */
  readonly cookies: CookieMap;
  clone(): BunRequest<T>;
}

/** Methods that a per-method route object can name. */
export type HTTPMethod = "GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS";

/** What `error` is called with: whatever the handler threw. */
export interface ErrorLike extends Error {
  code?: string;
  errno?: number;
  syscall?: string;
}

/** Called for requests that no route takes. */
export type FetchHandler = (
  this: Server,
  request: Request,
  server?: Server,
) => MaybePromise<Response | undefined | void>;
/** Called with what a handler threw. */
export type ErrorHandler = (this: Server, error: unknown) => unknown;

/** A handler whose path is not known to the compiler any more. */
export type RouteFunction = (this: Server, request: Request, server: Server) => unknown;

/** A route handler. */
export type RouteHandler<Path extends string, WebSocketData, Result> = (
  request: BunRequest<Path>,
  server: Server<WebSocketData>,
) => MaybePromise<Result>;

/** A directory as a route value; the route's path ends in `/*`. Source: docs/runtime/http/routing.mdx. */
export interface DirectoryRouteOptions {
  /** Path of the directory; nothing outside of it is served. */
  dir: string;
  /**
   * Bun's switch for its cache of formatted dates. Here there is none to switch: taken and not used.
   * @default true
   */
  statCache?: boolean;
}

/** An imported HTML file: `import page from "./index.html"`. Source: docs/bundler/fullstack.mdx. */
export interface HTMLBundle {
  /** Absolute path of the file. */
  index: string;
  /** What was bundled ahead of time, by `bun build`. */
  files?: {
    input?: string;
    /** From the folder in which the program is started. */
    path: string;
    loader: string;
    isEntry: boolean;
    headers: { etag: string; "content-type": string; [name: string]: string };
  }[];
}

/** How imported HTML files are served in development. Source: docs/bundler/fullstack.mdx. */
export interface DevelopmentOptions {
  /**
   * Whether browsers load a page again when its sources change; style sheets are replaced in place.
   * @default true
   */
  hmr?: boolean;
  /**
   * Whether what pages print with `console.log` and `console.error` appears in the terminal, too.
   * @default false
   */
  console?: boolean;
  /**
   * Whether Chrome's developer tools learn where the sources are.
   * @default true
   */
  chromeDevToolsAutomaticWorkspaceFolders?: boolean;
}

/** Whatever a path can lead to. */
export type RouteValue<Path extends string, WebSocketData, Result> =
  | Response
  | Blob
  | DirectoryRouteOptions
  | HTMLBundle
  | false
  | RouteHandler<Path, WebSocketData, Result>
  | Partial<Record<HTTPMethod, RouteHandler<Path, WebSocketData, Result> | Response>>;

/** The `routes` option: path patterns and what they lead to. */
export type Routes<WebSocketData, R extends string> = {
  [Path in R]: RouteValue<Path, WebSocketData, Response | undefined | void>;
};

/** The options of {@link serve}. Source: docs/runtime/http/server.mdx. */
export interface ServeOptions<WebSocketData = undefined, R extends string = string> {
  /**
   * TCP port, 0–65535; 0 picks a free one. A string is converted.
   * @default `BUN_PORT`, `PORT` or `NODE_PORT` of the environment, else 3000
   */
  port?: string | number;
  /**
   * Host name or IP address to listen on, without a port.
   * @default every interface, IPv6 and IPv4
   */
  hostname?: string;
  /**
   * Whether other processes may listen on the same port (`SO_REUSEPORT`).
   * @default false
   */
  reusePort?: boolean;
  /**
   * Whether `::` leaves IPv4 out (`IPV6_V6ONLY`).
   * @default false
   */
  ipv6Only?: boolean;
  /**
   * Path of a unix socket to listen on instead of a port; removed at stop. `\0name` is in Linux's abstract
   * namespace, without a file.
   */
  unix?: string;
  /** Key and certificate: the server speaks TLS. Several with a `serverName` each: SNI. */
  tls?: TLSOptions | TLSOptions[];
  /**
   * Whether HTTP/1.x is served; without it, `http2` must be.
   * @default true
   */
  http1?: boolean;
  /**
   * Whether HTTP/2 is served on the same port: by ALPN, without TLS by its preface.
   * @default false
   */
  http2?: boolean;
  /**
   * Seconds until a connection without traffic is closed, 0–255; 0 is never.
   * @default 10
   */
  idleTimeout?: number;
  /**
   * Largest request body in bytes; larger ones are answered with 413.
   * @default 134217728 (128 MiB)
   */
  maxRequestBodySize?: number;
  /**
   * Whether errors are shown to the client.
   * @default true unless `NODE_ENV` is `production` at start
   */
  development?: boolean | DevelopmentOptions;
  /** A name for this server, as `server.id` gives it. */
  id?: string | null;
  /** WebSocket handlers and limits; `server.upgrade` needs it. Source: docs/runtime/http/websockets.mdx. */
  websocket?: WebSocketHandler<WebSocketData>;
  /** Called for requests that no route takes. */
  fetch?: (
    this: Server<WebSocketData>,
    request: Request,
    server: Server<WebSocketData>,
  ) => MaybePromise<Response | undefined | void>;
  /** Paths and what they lead to. Source: docs/runtime/http/routing.mdx. */
  routes?: Routes<WebSocketData, R>;
  /** Called with what a handler threw; its Response is the reply. Source: docs/runtime/http/error-handling.mdx. */
  error?: (
    this: Server<WebSocketData>,
    error: ErrorLike,
  ) => Response | Promise<Response> | undefined | void | Promise<void>;
}

/** A running server. Source: bun-types `serve.d.ts`, `Server`. */
export interface Server<WebSocketData = undefined> extends Disposable {
  /** The port in use; once the server was stopped, the one that was asked for. */
  readonly port: number | undefined;
  /** The host name that was asked for, else `localhost`. */
  readonly hostname: string | undefined;
  /** Base URL of the server, with a `/` at its end. */
  readonly url: URL;
  /** `http` or `https`. */
  readonly protocol: "http" | "https" | null;
  /** The bound address; of a unix socket its path, as Bun has it against its own types. */
  readonly address: SocketAddress | string | null;
  readonly development: boolean;
  readonly id: string;
  /** Requests that wait for their reply. */
  readonly pendingRequests: number;
  /** Open WebSockets. */
  readonly pendingWebSockets: number;
  /**
   * Calls the `fetch` handler without a socket. Routes and the `error` handler take no part.
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for anything but a URL or a Request
   */
  fetch(request: Request | string): Response | Promise<Response>;
  /**
   * Replaces `fetch`, `error` and `routes` for all later requests.
   * @throws {TypeError} as {@link serve} does
   */
  reload<R extends string>(options: ServeOptions<WebSocketData, R>): Server<WebSocketData>;
  /**
   * Stops accepting connections.
   * @param closeActiveConnections whether to cut off requests that wait for their reply
   * @returns a promise that resolves once every connection has closed
   */
  stop(closeActiveConnections?: boolean): Promise<void>;
  /**
   * Closes every connection that had a reply and has sent nothing since; the server goes on. Over
   * uWebSockets.js this takes koffi (an optional dependency) and Linux on x64; elsewhere it closes none.
   * @returns how many were closed
   */
  closeIdleConnections(): number;
  /**
   * Sets how long the connection of a request may be silent until the reply is complete.
   * @param seconds 0: for ever
   */
  timeout(request: Request, seconds: number): void;
  /**
   * Turns a request into a WebSocket; its handler returns nothing then.
   * @returns false when the request asks for none, or was answered
   * @throws {TypeError} without a `websocket` option
   */
  upgrade(
    request: Request,
    ...options: [WebSocketData] extends [undefined]
      ? [options?: { headers?: ConstructorParameters<typeof globalThis.Headers>[0]; data?: undefined }]
      : [options: { headers?: ConstructorParameters<typeof globalThis.Headers>[0]; data: WebSocketData }]
  ): boolean;
  /** Sends to all subscribers of a topic; `compress` is true unless given. */
  publish(topic: string, data: string | WebSocketBytes, compress?: boolean): ServerWebSocketSendStatus;
  /** How many sockets are subscribed to a topic. */
  subscriberCount(topic: string): number;
  /** The client's address; null once it is gone. */
  requestIP(request: Request): SocketAddress | null;
  /** Keeps the process alive while the server runs; the default. */
  ref(): void;
  /** Lets the process end though the server runs. */
  unref(): void;
}

/** Bun's names for the types of `serve`: `Serve.Options<undefined>`. */
export declare namespace Serve {
  type Options<WebSocketData, R extends string = string> = ServeOptions<WebSocketData, R>;
  type Routes<WebSocketData, R extends string> = RoutesOf<WebSocketData, R>;
  type HTTPMethod = HTTPMethodName;
}

type RoutesOf<WebSocketData, R extends string> = Routes<WebSocketData, R>;
type HTTPMethodName = HTTPMethod;
