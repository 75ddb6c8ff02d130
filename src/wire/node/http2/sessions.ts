import {
  constants,
  type IncomingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { Socket } from "node:net";
import { runInOwnResource } from "../../../async/context.js";
import type { IdleWatch } from "../../idle-watch.js";
import { isServedMethod } from "../../methods.js";
import type { Receiver } from "../../wire.js";
import { remoteAddressOf } from "../remote-address.js";
import { type Http2Connection, Http2Exchange } from "./exchange.js";
import { http2ReplyFields } from "./reply-fields.js";
import { readHttp2Head, sizeOfHead } from "./request-head.js";

/** As Bun 1.4.4 announces them. */
const SETTINGS = {
  maxConcurrentStreams: 256,
  initialWindowSize: 65_536,
  maxFrameSize: 16_384,
  maxHeaderListSize: 16_384,
};
/** Fields of a request that are read at all; what is served is less. */
const MOST_FIELDS = 1024;
/** Bytes of the fields of a reply; node resets streams with more. */
const LARGEST_HEAD = 1024 * 1024;
/** Bytes that may be on their way on all streams of a connection together. */
const CONNECTION_WINDOW = 16 * 1024 * 1024;

/** Seconds until a client that has no other limit is asked whether it is there. */
const SILENCE = 60;

/** What the connections need to know of their listener. */
export interface SessionsOwner {
  readonly secure: boolean;
  readonly receiver: Receiver;
  readonly idle: IdleWatch;
  /** Seconds that a connection may be without any request; 0: for ever. */
  readonly idleTimeout: number;
}

/** The connections of a listener that speak HTTP/2. */
export class Http2Sessions {
  private readonly owner: SessionsOwner;
  /** With the requests of each that wait. */
  private readonly sessions = new Map<ServerHttp2Session, Set<Http2Exchange>>();
  private referenced = true;

  constructor(owner: SessionsOwner) {
    this.owner = owner;
  }

  /** Takes a connection, with what it may have received already in its buffer. */
  accept(socket: Socket): void {
    // node:http keeps its sockets open for replies to clients that have ended; here the end is the end.
    socket.allowHalfOpen = false;
    const session = performServerHandshake(socket, {
      settings: SETTINGS,
      maxHeaderListPairs: MOST_FIELDS,
      maxSendHeaderBlockLength: LARGEST_HEAD,
    });
    const { owner } = this;
    const waiting = new Set<Http2Exchange>();
    const connection: Http2Connection = {
      secure: owner.secure,
      receiver: owner.receiver,
      idle: owner.idle,
      idleTimeout: owner.idleTimeout,
      opened: (exchange) => void waiting.add(exchange),
      closed: (exchange) => void waiting.delete(exchange),
      waitsLonger: (seconds) => waitsLonger(waiting, seconds),
      leave: () => session.close(),
      remoteAddress: () => remoteAddressOf(socket),
    };
    this.sessions.set(session, waiting);
    if (!this.referenced) session.unref();
    session.on("error", ignore);
    session.on("close", () => this.sessions.delete(session));
    session.on("connect", () => session.setLocalWindowSize(CONNECTION_WINDOW));
    this.watch(session, waiting);
    session.on(
      "stream",
      (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, flags: number, rawHeaders?: string[]) => {
        // A reset by the client is an abort, which the exchange hears of.
        stream.on("error", ignore);
        const size = sizeOfHead(rawHeaders ?? []);
        if (size === "flood") session.destroy(new Error("Header flood"), constants.NGHTTP2_ENHANCE_YOUR_CALM);
        else if (size === "large") stream.respond(http2ReplyFields(431, [], 0, false), { endStream: true });
        else this.receive(connection, stream, headers, flags, rawHeaders ?? []);
      },
    );
  }

  /** No new requests: connections close once those that wait have their reply. */
  stop(): void {
    for (const session of this.sessions.keys()) session.close();
  }

  /** @returns how many connections without a request were closed */
  closeIdle(): number {
    const idle = [...this.sessions].filter(([, waiting]) => waiting.size === 0);
    for (const [session] of idle) session.close();
    return idle.length;
  }

  closeAll(): void {
    for (const session of this.sessions.keys()) session.destroy();
  }

  ref(): void {
    this.referenced = true;
    for (const session of this.sessions.keys()) session.ref();
  }

  unref(): void {
    this.referenced = false;
    for (const session of this.sessions.keys()) session.unref();
  }

  // After a frame that ends the protocol, node neither closes the connection nor hears that the client does:
  // who is silent for long is asked.
  private watch(session: ServerHttp2Session, waiting: ReadonlySet<Http2Exchange>): void {
    const { idleTimeout } = this.owner;
    let asked = false;
    session.setTimeout((idleTimeout || SILENCE) * 1000, () => {
      if (idleTimeout !== 0 && waiting.size === 0) session.close();
      else if (asked) session.destroy();
      else {
        asked = session.ping(() => {
          asked = false;
        });
      }
    });
  }

  private receive(
    connection: Http2Connection,
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    flags: number,
    rawHeaders: readonly string[],
  ): void {
    const ended = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    const head = readHttp2Head(headers, rawHeaders, ended);
    if (head === null) {
      stream.close(constants.NGHTTP2_PROTOCOL_ERROR);
      return;
    }
    if (headers.expect === "100-continue") stream.additionalHeaders({ ":status": 100 });
    const exchange = new Http2Exchange(connection, stream, head);
    if (head.method === "CONNECT") {
      exchange.reply(404, [], null);
      return;
    }
    if (!isServedMethod(head.method)) {
      exchange.reply(501, [], null);
      return;
    }
    // node calls back on a resource that all streams of the connection share.
    const { receiver } = this.owner;
    runInOwnResource("BUNSHIM_REQUEST", receiver.request, receiver, exchange);
  }
}

function waitsLonger(waiting: Iterable<Http2Exchange>, seconds: number): boolean {
  for (const { idleTimeout } of waiting) if (idleTimeout === 0 || idleTimeout > seconds) return true;
  return false;
}

function ignore(): void {}
