/**
 * What {@link Exchange.upgrade} makes of a connection: a WebSocket (RFC 6455). A wire owns the protocol:
 * frames, masks, compression (RFC 7692), UTF-8, the answers to pings and to Close frames, the idle timer, and
 * the topics of its listener. Everything above decides only what is sent and what a message means.
 */

/** The message was written, waits for a slow client ({@link SocketReceiver.drain} follows), or was not taken. */
export type SendStatus = "sent" | "buffered" | "dropped";

/** A string is a text message, bytes are a binary one. */
export type Message = string | Uint8Array;

/** `shared`: without memory from message to message; a number: with a window of so many KiB per socket. */
export type Compression = "off" | "shared" | 3 | 4 | 8 | 16 | 32 | 64 | 128 | 256;

/** Limits of the sockets of a listener. */
export interface SocketOptions {
  /** Bytes of a message, inflated; more ends the socket with 1009. */
  readonly maxPayloadLength: number;
  /** Bytes that may wait for a slow client before messages are dropped; 0 is no limit. */
  readonly backpressureLimit: number;
  /** A message that would be dropped ends the socket instead. */
  readonly closeOnBackpressureLimit: boolean;
  /** Seconds without a frame of the client, 0 (never) or 8–960. */
  readonly idleTimeout: number;
  /** Whether silent clients are pinged before that. */
  readonly sendPings: boolean;
  /** Whether a socket gets what it publishes to a topic of its own. */
  readonly publishToSelf: boolean;
  /** What may be compressed on its way out, and in; both `off`: the extension is not negotiated. */
  readonly compress: Compression;
  readonly decompress: Compression;
}

/** What the sockets of a listener call. Never throws. Bytes belong to the receiver. */
export interface SocketReceiver {
  /** Called before `upgrade` returns. */
  open(socket: Socket): void;
  message(socket: Socket, message: Message): void;
  ping(socket: Socket, content: Uint8Array): void;
  pong(socket: Socket, content: Uint8Array): void;
  /** The client took what waited since a `buffered` or `dropped`, or a part of it. */
  drain(socket: Socket): void;
  /**
   * The last call of a socket, exactly once, whoever ended it: the code and reason of the Close frame, 1005
   * for one without, 1006 and why for a connection that broke (off).
   */
  close(socket: Socket, code: number, reason: string): void;
}

/** One open WebSocket. After its end every method does nothing, and nothing throws. */
export interface Socket {
  /** Whatever was given to `upgrade`; the wire ignores it. */
  readonly owner: unknown;
  /** False from `close`, `terminate` or the receiver's `close` on. */
  readonly open: boolean;
  /** The client's address as Bun prints it; empty for unix sockets. */
  readonly remoteAddress: string;
  /** Bytes that wait for the client. */
  readonly bufferedAmount: number;
  readonly paused: boolean;

  send(message: Message, compress: boolean): SendStatus;
  /** At most 125 bytes. */
  ping(content: Message): SendStatus;
  pong(content: Message): SendStatus;
  /**
   * Sends a Close frame, then ends the connection; the receiver's `close` is called at once with the same
   * code and reason. 0, 1005 and 1006 send a frame without a code. At most 123 bytes of reason.
   */
  close(code: number, reason: string): void;
  /** Ends the connection without a Close frame, once what was sent has left. The receiver hears 1006. */
  terminate(): void;
  /** Sends what `work` sends in one piece. */
  cork(work: () => void): void;

  /** Stops delivery and, where the engine can, the client through TCP backpressure. */
  pause(): void;
  resume(): void;

  subscribe(topic: string): void;
  /** @returns whether it was subscribed */
  unsubscribe(topic: string): boolean;
  isSubscribed(topic: string): boolean;
  topics(): string[];
  /**
   * Sends to the other subscribers of the topic, to itself too where {@link SocketOptions.publishToSelf} is, in order with what `send` sends. `dropped` where there are
   * none, or one of them does not take it. A socket that has ended still may.
   */
  publish(topic: string, message: Message, compress: boolean): SendStatus;
}
