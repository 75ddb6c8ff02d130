import type { Wire } from "./suite/runtimes.js";

/** What cannot equal Bun, and why. A case that shows it names the `id` and records the other output exactly. */
export interface Difference {
  id: string;
  /** What a program or a client sees. */
  what: string;
  /** Why it cannot be otherwise. */
  why: string;
  wires: readonly Wire[];
  /** It depends on the version of Node.js: a run that equals Bun is right as well. */
  sometimes?: true;
}

export const differences: readonly Difference[] = [
  {
    id: "date-always",
    what: "Every reply has a Date field; Bun leaves it out of most replies to HEAD, of a static route's 304 and of a live page's 405",
    why: "uWebSockets.js writes it with every status line; RFC 9110 section 6.6.1 wants it",
    wires: ["uws"],
  },
  {
    id: "own-date",
    what: "A Date set by the handler gives way to the server's own",
    why: "uWebSockets.js writes its Date always, and two would be malformed",
    wires: ["uws"],
  },
  {
    id: "welcome-length",
    what: "The welcome text of development mode has one Content-Length, not two",
    why: "Bun repeats the field, which RFC 9110 section 8.6 lets a recipient reject",
    wires: ["uws", "node"],
  },
  {
    id: "native-refusals",
    what: "A malformed request is refused with a short HTML text, by another status (505 for 400), or by silence until the idle timeout; Bun sends an empty 400 or 431",
    why: "uWebSockets.js answers before any JavaScript sees the request",
    wires: ["uws"],
  },
  {
    id: "http-1.0",
    what: "An HTTP/1.0 request is refused with 505",
    why: "uWebSockets.js speaks HTTP/1.1 only; the node wire serves it",
    wires: ["uws"],
  },
  {
    id: "absolute-targets",
    what: "A request target in absolute form (`GET http://host/path`) and CONNECT are refused with 505",
    why: "uWebSockets.js refuses them itself; the node wire serves them",
    wires: ["uws"],
  },
  {
    id: "empty-field-name",
    what: "After a header field without a name, the fields behind it are not seen",
    why: "uWebSockets.js stops reading there; behind a careless proxy this is request smuggling: use the node wire",
    wires: ["uws"],
  },
  {
    id: "repeated-host",
    what: "A request with two Host fields is refused with 400",
    why: "uWebSockets.js refuses it itself, as RFC 9112 section 3.2 wants",
    wires: ["uws"],
  },
  {
    id: "chunk-extensions",
    what: "A chunk with an extension (`3;a=b`) is misread or refused",
    why: "uWebSockets.js reads the extension as part of the size; behind a careless proxy this is request smuggling: use the node wire",
    wires: ["uws"],
  },
  {
    id: "chunk-ends",
    what: "A trailer after the last chunk loses the connection and its reply; a chunk without its CRLF is accepted",
    why: "uWebSockets.js reads chunks so",
    wires: ["uws"],
  },
  {
    id: "connection-options",
    what: "An unknown Connection option of five letters closes the connection",
    why: "uWebSockets.js looks at the length of the value only",
    wires: ["uws"],
  },
  {
    id: "field-count",
    what: "A request with more than 97 header fields is refused with 431; Bun takes 200",
    why: "the limit is compiled into uWebSockets.js",
    wires: ["uws"],
  },
  {
    id: "node-parser",
    what: "Blank lines before a request and two spaces in its first line are accepted, trailers are read, two equal Content-Length fields are refused",
    why: "node:http's parser decides; RFC 9112 allows each",
    wires: ["node"],
  },
  {
    id: "pipelining",
    what: "Pipelined requests are answered in order while one is pending; Bun closes the connection",
    why: "node:http queues them, as RFC 9112 section 9.3.2 wants",
    wires: ["node"],
  },
  {
    id: "websocket-protocol-errors",
    what: "A client that breaks the WebSocket protocol is cut off without a Close frame, and the close handler hears the engine's words; of some mistakes (unmasked frames, a data frame inside a fragmented message) nothing is said at all",
    why: "uWebSockets.js reads the frames itself, and has closed the socket before it tells anybody",
    wires: ["uws"],
  },
  {
    id: "websocket-close-codes",
    what: "A client's Close frame with a code of 1012–1014 or 3000–3999 is answered by one without a code, and the close handler hears 1006",
    why: "uWebSockets.js takes these codes for invalid and does not hand them on",
    wires: ["uws"],
  },
  {
    id: "websocket-pong",
    what: "ws.pong() sends a ping",
    why: "uWebSockets.js sends no pong but in answer to a ping; as a sign of life a ping does the same",
    wires: ["uws"],
  },
  {
    id: "websocket-deflate-terms",
    what: "A compressor with a window of its own is not used for a client that asks for server_no_context_takeover, and server_max_window_bits=15 is not repeated in the answer",
    why: "uWebSockets.js would compress with a memory all the same, which such a client cannot read",
    wires: ["uws"],
  },
  {
    id: "websocket-connection-field",
    what: "A handshake whose Connection field does not say Upgrade is no handshake",
    why: "node:http gives the connection away only where the client asks for it as RFC 6455 section 4.1 demands",
    wires: ["node"],
  },
  {
    id: "idle-connections",
    what: "Without koffi, an optional dependency, and on other machines than Linux on x64: server.closeIdleConnections() closes none and returns 0, an idle connection is closed ten seconds after its last reply, whatever idleTimeout says, a paused WebSocket keeps up to 128 MiB instead of holding its client back, and on Node.js 20 server.requestIP() tells port 0",
    why: "uWebSockets.js names no connection between its requests; what it exports in C is read through koffi",
    wires: ["uws"],
    sometimes: true,
  },
  {
    id: "needs-node-wire",
    what: "`http2`, `http1: false`, `ipv6Only`, several TLS server names, `requestCert`, `secureOptions`, `minVersion`, `maxVersion`, `sigalgs` and `ecdhCurve` refuse to start when BUNSHIM_WIRE=uws forces this wire; without it the node wire serves them",
    why: "uWebSockets.js has no HTTP/2, makes every IPv6 socket a dual one, prints to stdout for each server name, cannot insist on client certificates and takes no OpenSSL options",
    wires: ["uws"],
  },
  {
    id: "http3",
    what: "`http3: true` refuses to start, with the reason",
    why: "uWebSockets.js gives no access to requests over QUIC, and Node.js is not built with it",
    wires: ["uws", "node"],
  },
  {
    id: "reuse-port",
    what: "`reusePort: true` refuses to start with ENOTSUP",
    why: "node:net can share a port since Node.js 22.12 and 23.1 only; before, koffi must be installed, an optional dependency",
    wires: ["node"],
    sometimes: true,
  },
  {
    id: "http2-no-content",
    what: "A 204 over HTTP/2 has no Content-Length; Bun sends a zero",
    why: "node:http2 takes it out; RFC 9110 section 8.6 forbids it",
    wires: ["uws", "node"],
  },
  {
    id: "http2-dropped-fields",
    what: "Over HTTP/2, a request's field with characters that no field may have is not seen; Bun resets the stream",
    why: "node:http2 leaves it out before it tells of the request",
    wires: ["uws", "node"],
  },
  {
    id: "http2-errors",
    what: "On Node.js 20, an HTTP/2 client that breaks the protocol is mostly told INTERNAL_ERROR; Bun names the kind",
    why: "node:http2 answers such frames itself",
    wires: ["uws", "node"],
    sometimes: true,
  },
  {
    id: "http2-alpn",
    what: "Over TLS, a client of an `http2` server that offers protocols by ALPN, but neither h2 nor http/1.1, is refused; Bun serves HTTP/1.1",
    why: "node:tls ends a handshake without a common protocol, as RFC 7301 section 3.2 wants",
    wires: ["uws", "node"],
  },
  {
    id: "close-order",
    what: "`Connection: close` set by the handler is sent behind its other fields, not in its place",
    why: "uWebSockets.js writes it when it closes; the order of fields with different names means nothing (RFC 9110 section 5.3)",
    wires: ["uws"],
  },
  {
    id: "close-among-options",
    what: "A request with `Connection: te, close` leaves the connection open",
    why: "uWebSockets.js compares the whole field with `close`",
    wires: ["uws"],
  },
  {
    id: "field-ends",
    what: "Bytes above 0x7f at either end of a request's field value are lost",
    why: "uWebSockets.js takes them for white space; RFC 9110 section 5.5 has them as opaque, and clients encode them",
    wires: ["uws"],
  },
  {
    id: "raw-target-bytes",
    what: "A request target with bytes above 0x7f is refused with 400",
    why: "node:http's parser refuses it, as RFC 9112 section 3.2 allows: such bytes must be percent-encoded",
    wires: ["node"],
  },
  {
    id: "empty-location",
    what: '`Response.redirect("")` sends no Location field; Bun sends an empty one, though its `headers` have none',
    why: "what `headers` shows is what is sent",
    wires: ["uws", "node"],
  },
  {
    id: "length-of-205",
    what: "The reply with status 205 to HEAD spells `content-length` in lower case, as all other replies to HEAD",
    why: "field names have no case (RFC 9110 section 5.1)",
    wires: ["uws", "node"],
  },
  {
    id: "date-of-static",
    what: "A static route's replies to HEAD and its 304, and a live page's 405, have a Date",
    why: "RFC 9110 section 6.6.1 wants it",
    wires: ["node"],
  },
  {
    id: "websocket-early-frames",
    what: "Frames that arrive in one packet with the handshake are lost",
    why: "uWebSockets.js drops what follows a handshake; RFC 6455 section 4.1 lets no client send before it was answered",
    wires: ["uws"],
  },
  {
    id: "hundred-segments",
    what: "Every segment of a path counts; Bun's router compares the first hundred, and serves other paths that begin the same",
    why: "a path that nobody named must not reach a handler, and no such route is lost by it",
    wires: ["uws", "node"],
  },
  {
    id: "trailer-announced",
    what: "A `Trailer` field is not sent with a reply that is not chunked",
    why: "node:http throws for it: no trailer can follow (RFC 9112 section 6.5)",
    wires: ["node"],
  },
  {
    id: "hot-modules",
    what: "A changed script loads its page again: `import.meta.hot` is undefined, and React components lose their state; style sheets are replaced in place as in Bun",
    why: "exchanging modules while they run needs a module system of its own in the page; what the page shows is the same",
    wires: ["uws", "node"],
  },
  {
    id: "fetch-no-url",
    what: '`server.fetch("x")`, a text that is neither a path nor a URL, rejects with ERR_INVALID_URL; Bun hands its handler a request whose `url` is that text',
    why: "the Fetch standard knows no such request, and every handler reads its URL",
    wires: ["uws", "node"],
  },
  {
    id: "stream-errors",
    what: "With `development: false`, too, stderr tells the error of a stream that fails when its reply has begun; Bun says nothing",
    why: "clients see their reply cut off, and nobody could learn why",
    wires: ["uws", "node"],
  },
  {
    id: "failed-page",
    what: "A page that cannot be bundled for production is answered with 500 each time, and the errors are printed; Bun sends an empty 200 from the second time on, and prints nothing",
    why: "an empty page with status 200 would be taken for the page, by caches too",
    wires: ["uws", "node"],
  },
  {
    id: "page-polyfills",
    what: "In scripts of pages, Node.js's modules with a version for browsers (`path`, `events`, `buffer` …) are empty unless a package of that name, or the usual one (`path-browserify`), is installed",
    why: "Bun carries copies of some twenty packages inside; here a project brings those that it needs",
    wires: ["uws", "node"],
  },
  {
    id: "live-style-order",
    what: "A live page loads its style sheets in the order of the document; Bun turns it around, in development only",
    why: "the later rule wins, so the page would look otherwise in production",
    wires: ["uws", "node"],
  },
  {
    id: "tls-half-close",
    what: "Over TLS, a client that ends its side in one packet with its request gets no reply",
    why: "uWebSockets.js closes the connection before it looks at what came with the end; it could not be answered later either",
    wires: ["uws"],
    sometimes: true,
  },
];
