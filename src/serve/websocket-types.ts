/** The public types of WebSockets, in the shape of Bun's own (npm `bun-types`, `serve.d.ts`). */

/** What `send` and its like return: bytes sent, -1 for queued under backpressure, 0 for dropped. */
export type ServerWebSocketSendStatus = number;

/** 1: open; 3: closed. A server's socket is never connecting or closing. */
export type WebSocketReadyState = 0 | 1 | 2 | 3;

/** Binary content of a message. */
export type WebSocketBytes = ArrayBufferView | ArrayBuffer | SharedArrayBuffer | Blob;

/** A WebSocket connection, as the handlers get it. Source: docs/runtime/http/websockets.mdx. */
export interface ServerWebSocket<T = undefined> {
  /** Sends text or bytes; `compress` (default false) where the client negotiated it. */
  send(data: string | WebSocketBytes, compress?: boolean): ServerWebSocketSendStatus;
  sendText(data: string, compress?: boolean): ServerWebSocketSendStatus;
  sendBinary(data: WebSocketBytes, compress?: boolean): ServerWebSocketSendStatus;
  /**
   * Closes with a close frame.
   * @param code 1000 unless given; 0, 1005 and 1006 send a frame without a code
   * @param reason cut to 123 bytes of UTF-8
   */
  close(code?: number, reason?: string): void;
  /** Closes without a close frame. */
  terminate(): void;
  ping(data?: string | WebSocketBytes): ServerWebSocketSendStatus;
  pong(data?: string | WebSocketBytes): ServerWebSocketSendStatus;
  /** Sends to the other subscribers of a topic. */
  publish(topic: string, data: string | WebSocketBytes, compress?: boolean): ServerWebSocketSendStatus;
  publishText(topic: string, data: string, compress?: boolean): ServerWebSocketSendStatus;
  publishBinary(topic: string, data: WebSocketBytes, compress?: boolean): ServerWebSocketSendStatus;
  /** @returns whether the socket is subscribed now */
  subscribe(topic: string): boolean;
  /** @returns whether the socket was subscribed */
  unsubscribe(topic: string): boolean;
  isSubscribed(topic: string): boolean;
  readonly subscriptions: string[];
  /** Runs `callback`; what it sends leaves together. */
  cork<R = unknown>(callback: (ws: ServerWebSocket<T>) => R): R;
  /** The client's IP address. */
  readonly remoteAddress: string;
  readonly readyState: WebSocketReadyState;
  /**
   * What binary messages come as.
   * @default "nodebuffer"
   */
  binaryType?: "nodebuffer" | "arraybuffer" | "uint8array" | "blob";
  /** What `server.upgrade` was given. */
  data: T;
  /** Bytes that wait to be written. */
  getBufferedAmount(): number;
  /** Stops reading from the socket; the client sees TCP backpressure. */
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;
}

/** How messages are compressed. */
export type WebSocketCompressor =
  | "disable"
  | "shared"
  | "dedicated"
  | "3KB"
  | "4KB"
  | "8KB"
  | "16KB"
  | "32KB"
  | "64KB"
  | "128KB"
  | "256KB";

/** The `websocket` option of `serve`. Source: docs/runtime/http/websockets.mdx. */
export interface WebSocketHandler<T = undefined> {
  /** Only says the type of `ws.data` to the compiler: `data: {} as { name: string }`. */
  data?: T;
  message?(ws: ServerWebSocket<T>, message: string | Buffer<ArrayBuffer>): void | Promise<void>;
  open?(ws: ServerWebSocket<T>): void | Promise<void>;
  /** The client caught up after backpressure. */
  drain?(ws: ServerWebSocket<T>): void | Promise<void>;
  close?(ws: ServerWebSocket<T>, code: number, reason: string): void | Promise<void>;
  ping?(ws: ServerWebSocket<T>, data: Buffer): void | Promise<void>;
  pong?(ws: ServerWebSocket<T>, data: Buffer): void | Promise<void>;
  /** One of the other handlers threw; without it, that is an uncaught exception. */
  error?(error: Error, ws: ServerWebSocket<T>): void | Promise<void>;
  /**
   * Largest message in bytes; larger ones close the connection with 1009.
   * @default 16777216
   */
  maxPayloadLength?: number;
  /**
   * Bytes that may wait on one connection before `send` drops; 0 for no limit.
   * @default 16777216
   */
  backpressureLimit?: number;
  /** @default false */
  closeOnBackpressureLimit?: boolean;
  /**
   * Seconds without a message until the connection is closed, 0–960; 0 is never.
   * @default 120
   */
  idleTimeout?: number;
  /** @default false */
  publishToSelf?: boolean;
  /**
   * Whether clients are pinged shortly before `idleTimeout`.
   * @default true
   */
  sendPings?: boolean;
  /** @default false */
  perMessageDeflate?:
    | boolean
    | { compress?: WebSocketCompressor | boolean; decompress?: WebSocketCompressor | boolean };
}
