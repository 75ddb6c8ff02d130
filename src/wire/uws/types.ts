/**
 * What we use of uWebSockets.js, written down once. The package's own declarations cannot serve: it is
 * reached through aliases and platform packages, and its `HttpResponse` has an `any` index signature that
 * would hide typing mistakes. Members that only some engine builds have are optional.
 */

/** Text as UTF-8, or bytes. A DataView is not among them: older builds throw on it. */
export type UwsBytes = string | ArrayBuffer | Uint8Array;

/** An open listening socket; opaque. Passing anything else to a native function ends the process. */
export interface UwsListenSocket {
  readonly uwsListenSocket: never;
}

/** A socket context, needed to upgrade; opaque. */
export interface UwsSocketContext {
  readonly uwsSocketContext: never;
}

/** Dies when the route handler returns: any later access throws. */
export interface UwsRequest {
  /** First value of the field, latin-1; an empty string when the field is missing. */
  getHeader(lowerCaseName: string): string;
  getUrl(): string;
  /** Undefined without `?`. */
  getQuery(): string | undefined;
  getMethod(): string;
  getCaseSensitiveMethod(): string;
  /** Fields in order, repeated as received, names in lower case, values decoded as UTF-8. */
  forEach(callback: (name: string, value: string) => void): void;
  setYield(yields: boolean): UwsRequest;
}

/** Dies when it is ended or aborted: any later access throws. */
export interface UwsResponse {
  writeStatus(status: UwsBytes): UwsResponse;
  writeHeader(name: UwsBytes, value: UwsBytes): UwsResponse;
  /** False: buffered, the client reads slower than we write. */
  write(chunk: UwsBytes): boolean;
  end(content?: UwsBytes, closeConnection?: boolean): UwsResponse;
  endWithoutBody(contentLength?: number, closeConnection?: boolean): UwsResponse;
  /** `[sent without backpressure, reply complete]` */
  tryEnd(chunk: UwsBytes, totalLength: number): [boolean, boolean];
  close(): UwsResponse;
  getWriteOffset(): number;
  onWritable(handler: (offset: number) => boolean): UwsResponse;
  onAborted(handler: () => void): UwsResponse;
  /** The chunk is detached when the handler returns. */
  onData(handler: (chunk: ArrayBuffer, last: boolean) => void): UwsResponse;
  pause(): void;
  /** Only after an own `pause()`: otherwise the socket goes deaf for ever. */
  resume(): void;
  cork(callback: () => void): UwsResponse;
  /** 4 or 16 bytes; none for unix sockets. */
  getRemoteAddress(): ArrayBuffer;
  getRemoteAddressAsText(): ArrayBuffer;
  /** See `remotePort` in features.ts. */
  getRemotePort?(): number;
  upgrade(
    userData: object,
    key: string,
    protocol: string,
    extensions: string,
    context: UwsSocketContext,
  ): void;
}

/** Dies when its close handler is called. */
export interface UwsWebSocket {
  /** 1: sent, 0: buffered, 2: dropped. */
  send(message: UwsBytes, isBinary?: boolean, compress?: boolean): number;
  getBufferedAmount(): number;
  end(code?: number, reason?: UwsBytes): void;
  close(): void;
  ping(message?: UwsBytes): number;
  subscribe(topic: UwsBytes): boolean;
  unsubscribe(topic: UwsBytes): boolean;
  isSubscribed(topic: UwsBytes): boolean;
  getTopics(): string[];
  publish(topic: UwsBytes, message: UwsBytes, isBinary?: boolean, compress?: boolean): boolean;
  cork(callback: () => void): UwsWebSocket;
  /** The object given to `upgrade`; the same object as this socket. */
  getUserData(): object;
}

/**
 * Handlers that are set must be functions: anything else ends the process when the event fires. A socket has
 * the own properties of the object that was given to `upgrade`.
 */
export interface UwsWebSocketBehavior<Data extends object> {
  maxPayloadLength?: number;
  closeOnBackpressureLimit?: boolean;
  /** Minutes, 0–240; more ends the process on some builds. */
  maxLifetime?: number;
  /** Seconds, 0 or 8–960; anything else ends the process. */
  idleTimeout?: number;
  compression?: number;
  maxBackpressure?: number;
  sendPingsAutomatically?: boolean;
  upgrade?: (response: UwsResponse, request: UwsRequest, context: UwsSocketContext) => void;
  open?: (socket: UwsWebSocket & Data) => void;
  message?: (socket: UwsWebSocket & Data, message: ArrayBuffer, isBinary: boolean) => void;
  dropped?: (socket: UwsWebSocket & Data, message: ArrayBuffer, isBinary: boolean) => void;
  drain?: (socket: UwsWebSocket & Data) => void;
  close?: (socket: UwsWebSocket & Data, code: number, reason: ArrayBuffer) => void;
  ping?: (socket: UwsWebSocket & Data, message: ArrayBuffer) => void;
  pong?: (socket: UwsWebSocket & Data, message: ArrayBuffer) => void;
  subscription?: (
    socket: UwsWebSocket & Data,
    topic: ArrayBuffer,
    newCount: number,
    oldCount: number,
  ) => void;
}

/** File names only: key and certificate contents go through a descriptor path. */
export interface UwsTlsOptions {
  key_file_name?: string;
  cert_file_name?: string;
  ca_file_name?: string;
  passphrase?: string;
  dh_params_file_name?: string;
  ssl_ciphers?: string;
  ssl_prefer_low_memory_usage?: boolean;
}

export type UwsHandler = (response: UwsResponse, request: UwsRequest) => void;

/** A set of routes with its listeners and connections. */
export interface UwsApp {
  any(pattern: string, handler: UwsHandler): UwsApp;
  get(pattern: string, handler: UwsHandler): UwsApp;
  ws<Data extends object>(pattern: string, behavior: UwsWebSocketBehavior<Data>): UwsApp;
  /** Calls back synchronously; false when the address could not be bound (no errno). */
  listen(
    host: string,
    port: number,
    options: number,
    callback: (socket: UwsListenSocket | false) => void,
  ): UwsApp;
  listen_unix(callback: (socket: UwsListenSocket | false) => void, path: string): UwsApp;
  /** Only after a `ws()` route was registered: otherwise the process ends. */
  publish(topic: UwsBytes, message: UwsBytes, isBinary?: boolean, compress?: boolean): boolean;
  numSubscribers(topic: UwsBytes): number;
  domain(name: string): UwsApp;
  addServerName(name: string, options: UwsTlsOptions): UwsApp;
  removeServerName(name: string): UwsApp;
  missingServerName(callback: (name: string) => void): UwsApp;
  /** Called at accept (+1) and at close (-1). */
  filter(callback: (response: UwsResponse, count: number) => void): UwsApp;
  /** Takes over an accepted descriptor. Anything but an open socket's number ends the process. */
  adoptSocket(descriptor: number): void;
  /** Closes the listeners and every connection, at once. */
  close(): UwsApp;
}

/** The native module. */
export interface Uws {
  App(): UwsApp;
  SSLApp(options: UwsTlsOptions): UwsApp;
  /** Twice in different ticks, or after `app.close()`, ends the process. */
  us_listen_socket_close(socket: UwsListenSocket): void;
  us_socket_local_port(socket: UwsListenSocket): number;
  readonly LIBUS_LISTEN_EXCLUSIVE_PORT: number;
  readonly DISABLED: number;
  readonly SHARED_COMPRESSOR: number;
  readonly SHARED_DECOMPRESSOR: number;
  readonly DEDICATED_COMPRESSOR_3KB: number;
  readonly DEDICATED_COMPRESSOR_4KB: number;
  readonly DEDICATED_COMPRESSOR_8KB: number;
  readonly DEDICATED_COMPRESSOR_16KB: number;
  readonly DEDICATED_COMPRESSOR_32KB: number;
  readonly DEDICATED_COMPRESSOR_64KB: number;
  readonly DEDICATED_COMPRESSOR_128KB: number;
  readonly DEDICATED_COMPRESSOR_256KB: number;
  readonly DEDICATED_DECOMPRESSOR: number;
  readonly DEDICATED_DECOMPRESSOR_2KB: number;
  readonly DEDICATED_DECOMPRESSOR_4KB: number;
  readonly DEDICATED_DECOMPRESSOR_8KB: number;
  readonly DEDICATED_DECOMPRESSOR_16KB: number;
  /** Per thread: `silent` drops the `uWebSockets: 20` header field. */
  _cfg(setting: "silent"): void;
}
