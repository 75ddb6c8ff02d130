/** What a load generator of ours is told: its only argument, as JSON. */
export interface Order {
  readonly kind: "http" | "echo" | "broadcast" | "idle";
  /** The server: a port of the loopback, or the path of a socket. */
  readonly port: number;
  readonly path: string;
  readonly connections: number;
}

/** What it answers to `SECONDS` on its standard input, as one line of JSON. */
export interface Count {
  /** Replies, or messages that arrived. */
  readonly count: number;
  readonly seconds: number;
  /** 99th percentile of the time from a request to its reply, in milliseconds. */
  readonly p99: number;
}

/** The line by which it tells that every connection is open. */
export const READY = "ready";

/** Bytes of every WebSocket message. */
export const MESSAGE_LENGTH = 64;

/** Sockets that each get what one of them sends. */
export const GROUP = 16;
