/**
 * The one contract between the wires and the rest of the house: an HTTP request on its way in, and the
 * reply on its way out. A new wire needs this file and nothing else from `serve/` or `web/`.
 *
 * A wire owns HTTP itself: framing (Content-Length, chunks), `Date`, what HEAD, 204 and 304 may carry,
 * keep-alive. Everything above decides only status, header fields and content.
 */

/** Header fields in the order in which they are sent: name, value, name, value … Values hold no CR, LF or NUL. */
export type HeaderList = readonly string[];

/** The remote end of a connection, as `server.requestIP` shows it. */
export interface SocketAddress {
  /** Text form as Bun prints it: `127.0.0.1`, `::1`, `::ffff:127.0.0.1`. */
  address: string;
  /** 0 when the engine cannot tell. */
  port: number;
  family: "IPv4" | "IPv6";
}

/**
 * Why content ends before it is complete. `closed`: the client left, or broke the framing; or the reply was
 * complete before it was read. `limit`: there was more than {@link Exchange.contentLimit}.
 */
export type ContentAbort = "closed" | "limit";

/** Where request content goes, in order: any number of `chunk`, then exactly one of `end` or `abort`. */
export interface ContentSink {
  /** The bytes belong to the sink: the wire never touches them again. */
  chunk(bytes: Uint8Array): void;
  end(): void;
  abort(cause: ContentAbort): void;
  /** The sink is done with the bytes when `chunk` returns: they need not be copied for it. */
  readonly borrows?: boolean;
}

/** How a reply is framed when its content comes in pieces. */
export interface ReplyWriter {
  /**
   * Sends a piece, at the latest with the next {@link flush} or {@link end}; the head goes with the first one.
   * In chunks a view may be used again at once; with a declared length it is the wire's. `false`: it was taken, but the client reads slower than we write; wait for
   * {@link onDrain} before the next one. After an abort it does nothing and returns `true`.
   */
  write(piece: string | Uint8Array): boolean;
  /** Sends what `write` collected so far. */
  flush(): void;
  /** One listener; called each time the client caught up after a `false`. */
  onDrain(listener: () => void): void;
  /** Ends the reply. With a declared length, ending early closes the connection (the client must notice). */
  end(): void;
}

/** Content of a whole reply. A string is sent as UTF-8. */
export type WholeContent = string | Uint8Array | null;

/** A reply that is the same each time, encoded once by {@link Wire.prepare}; only its wire reads it. */
export interface PreparedReply {
  readonly status: number;
  readonly headers: HeaderList;
  readonly content: WholeContent;
}

/**
 * One request and its reply. Everything is lazy: a field costs nothing until it is read. Before
 * {@link detach}, an exchange may only be read inside the receiver's synchronous call.
 */
export interface Exchange {
  /** As sent, upper case, e.g. `GET`. */
  readonly method: string;
  /** The request target in origin form, percent-encoded as sent: `/path?query`. */
  readonly target: string;
  /** `target` up to its first `?`: what the router matches. */
  readonly path: string;
  /** Whether the request announced content (Content-Length > 0 or chunks). */
  readonly hasContent: boolean;
  /** The announced Content-Length; -1 where there is none (chunked). */
  readonly contentLength: number;
  /**
   * Most bytes of content that are taken, infinite at first. Where more arrives while the request waits for
   * its reply, the wire refuses it: 413, "Payload Too Large".
   */
  contentLimit: number;
  /**
   * Seconds that the connection may be silent until the reply is complete: no content from the client, none
   * taken by it. Then it is closed, as if the client had left. 0: for ever. At first the listener's.
   */
  idleTimeout: number;
  /** The receiver of the listener that it came through: to be compared with another. */
  readonly receiver: object;
  /** Whether the connection is encrypted. */
  readonly secure: boolean;
  /**
   * Whether bytes given to a {@link ReplyWriter} are free again once their `write` returned `true`, or the
   * drain after a `false` came: the caller may put other ones in their place.
   */
  readonly freesBytes: boolean;
  /** True once the client left (before the reply was complete) or `close` was called. */
  readonly aborted: boolean;
  /** True once the reply was sent completely, or handed over completely to be sent. */
  readonly replied: boolean;
  /** True while the client has yet to take a part of the reply that was handed over: an abort can still come. */
  readonly sending: boolean;

  /** Field value by lower-case name; several fields joined by `, ` (cookie: `; `); latin-1. */
  header(name: string): string | null;
  /** Whether a field is there and not empty, by lower-case name: cheap for what most requests do not have. */
  hasField(name: string): boolean;
  /** All fields as received (names as the wire has them, not joined), in order. */
  headerList(): string[];
  /** Copies what dies with the native callback. Called once, when a handler is still pending. */
  detach(): void;
  /** Null for unix sockets and after the connection closed. */
  remoteAddress(): SocketAddress | null;

  /**
   * Starts delivery of the request content. At most once; what arrived before is delivered first. Content
   * that nobody asks for is read and dropped, and the connection stays usable.
   */
  readContent(sink: ContentSink): void;
  /** Stops delivery, and the client through TCP backpressure. */
  pauseContent(): void;
  resumeContent(): void;

  /** Sends a whole reply. Content-Length, Date and the rules of HEAD, 204 and 304 are the wire's. */
  reply(status: number, headers: HeaderList, content: WholeContent): void;
  /** Sends a reply made by this wire's `prepare`. */
  replyPrepared(reply: PreparedReply): void;
  /**
   * Answers with the header of a reply whose content is not sent: HEAD of a stream or file.
   * `length` -1: `transfer-encoding: chunked` is announced.
   */
  replyHead(status: number, headers: HeaderList, length: number): void;
  /** Starts a reply in pieces; `length` -1 means chunked. Not for HEAD, 204 and 304. */
  stream(status: number, headers: HeaderList, length: number): ReplyWriter;

  /**
   * Answers with this status line (`413 Request Entity Too Large`; a field may follow in a line of its own) and
   * `Connection: close`, nothing else, and closes as soon as the client can have read it; in the middle of a
   * reply it only closes. No abort is told.
   */
  refuse(statusLine: string): void;

  /** One listener, while {@link sending}: called once the client has taken all, unless it leaves before. */
  onSent(listener: () => void): void;
  /** Called once when the client leaves before the reply is complete, or `close` is called. Many listeners. */
  onAbort(listener: () => void): void;
  /**
   * Makes the connection a WebSocket: 101 with these fields and what the wire adds (`Sec-WebSocket-Accept`,
   * extensions). The receiver checked the handshake. Its socket is open when this returns; who listens for
   * the exchange's abort, now or later, hears of the socket's end, before its receiver does. What the
   * request said can still be read.
   * @param owner what the socket's `owner` is
   * @param protocol the subprotocol; empty: none
   * @returns false when the client left, the request was answered, or the listener takes no WebSockets
   */
  upgrade(owner: unknown, headers: HeaderList, protocol: string): boolean;
  /** Closes the connection at once. */
  close(): void;
  /** Whatever the receiver wants to remember for this exchange (the pending request); the wire ignores it. */
  owner: unknown;
}
