import type { BlockPlan } from "../suite/document-run.js";
import type { Wire } from "../suite/runtimes.js";
import { htmlFiles, reactFiles, staticFiles, tlsFiles } from "./files.js";

/** How bunshim words what it cannot do. */
const http3 = {
  difference: "http3",
  line: "TypeError: bunshim cannot serve HTTP/3: the QUIC of uWebSockets.js gives no access to requests, and Node.js has none that is built by default. Leave out http3: true (http2: true works), or let a reverse proxy speak HTTP/3",
};
const nodeOnly = (what: string): { difference: string; line: string } => ({
  difference: "needs-node-wire",
  line: `error: BUNSHIM_WIRE=uws, but uWebSockets.js ${what}. Without BUNSHIM_WIRE, node:http serves it.`,
});

/** What is known of one block of Bun's documents. */
export interface Entry extends BlockPlan {
  /** Of the code the entry was written for. */
  hash: string;
  /** Why the block does not run alone. Checked: the real Bun must fail on it, or start no server. */
  fragment?: string;
  /**
   * A wire that cannot run the block: the id of the listed difference, and the line of its error, exactly. Where it
   * can after all (a newer Node.js), it must do as Bun does.
   */
  refused?: Partial<Record<Wire, { difference: string; line: string }>>;
  /** What happens depends on hosts out of reach: the block is not run at all. */
  network?: boolean;
}

/** Every block of the pages, by `page › heading › n`. What is not said is derived from the block. */
export const manifest: Readonly<Record<string, Entry>> = {
  "runtime/http/cookies › Reading cookies › 1": { hash: "09817c21" },
  "runtime/http/cookies › Setting cookies › 1": { hash: "47284293" },
  "runtime/http/cookies › Deleting cookies › 1": { hash: "a2169272" },
  "runtime/http/error-handling › top › 1": { hash: "957c87dc" },
  "runtime/http/error-handling › error callback › 1": {
    hash: "e24912eb",
    probes: [{ ask: "GET /", headOnly: true }],
  },
  "runtime/http/metrics › server.pendingRequests and server.pendingWebSockets › 1": { hash: "e7d662a7" },
  "runtime/http/metrics › server.subscriberCount(topic) › 1": { hash: "6313605b" },
  "runtime/http/routing › Basic Setup › 1": { hash: "e500a40e" },
  "runtime/http/routing › Basic Setup › 2": { hash: "b171f12b" },
  "runtime/http/routing › Async/await › 1": { hash: "5549cccf" },
  "runtime/http/routing › Promise › 1": { hash: "5b56fd93" },
  "runtime/http/routing › Route precedence › 1": { hash: "da2585e7" },
  "runtime/http/routing › Type-safe route parameters › 1": { hash: "da5044b0" },
  "runtime/http/routing › Static responses › 1": { hash: "5d38f59a" },
  "runtime/http/routing › File Responses vs Static Responses › 1": { hash: "b0365b12", files: staticFiles },
  "runtime/http/routing › Directory routes › 1": {
    hash: "7cdd2f6f",
    files: staticFiles,
    probes: [
      { ask: "GET /static/logo.svg" },
      { ask: "GET /static/" },
      { ask: "GET /static/sub" },
      { ask: "GET /static/sub/" },
      { ask: "HEAD /static/logo.svg" },
      { ask: "GET /static/logo.svg", headers: { range: "bytes=1-3" } },
      { ask: "GET /static/none" },
      { ask: "GET /static/../logo.png" },
      { ask: "GET /static/%2e%2e/logo.png" },
      { ask: "GET /static/sub%2Findex.html" },
    ],
  },
  "runtime/http/routing › Streaming files › 1": {
    hash: "e09075fd",
    files: staticFiles,
    probes: [{ ask: "GET /" }, { ask: "HEAD /" }, { ask: "GET /", headers: { range: "bytes=6-9" } }],
  },
  "runtime/http/routing › Streaming files › 2": {
    hash: "8a888899",
    files: staticFiles,
    probes: [
      { ask: "GET /", headers: { range: "bytes=0-100" } },
      { ask: "GET /", headers: { range: "bytes=100-105" } },
      { ask: "GET /", headers: { range: "bytes=9990-" } },
      { ask: "GET /" },
    ],
  },
  "runtime/http/routing › fetch request handler › 1": { hash: "551f29d3" },
  "runtime/http/routing › fetch request handler › 2": {
    hash: "3220db03",
    probes: [{ ask: "GET /", headOnly: true }],
  },
  "runtime/http/routing › fetch request handler › 3": { hash: "113d3742", probes: [] },
  "runtime/http/routing › fetch request handler › 4": { hash: "d68f16f6" },
  "runtime/http/server › Basic Setup › 1": { hash: "4a78e74b", files: staticFiles },
  "runtime/http/server › HTML imports › 1": { hash: "7c202ec0", bundled: true, files: htmlFiles("", "./") },
  "runtime/http/server › Changing the port and hostname › 1": {
    hash: "872833f5",
    network: true,
    fragment: "listens on mydomain.com, which is not this machine",
  },
  "runtime/http/server › Changing the port and hostname › 2": { hash: "e1c0e2f0" },
  "runtime/http/server › Changing the port and hostname › 3": {
    hash: "e259ef07",
    fragment: "continues another block: server is not defined here",
  },
  "runtime/http/server › Changing the port and hostname › 4": {
    hash: "9da06ddf",
    fragment: "continues another block: server is not defined here",
  },
  "runtime/http/server › Unix domain sockets › 1": { hash: "8b722bc2" },
  "runtime/http/server › Abstract namespace sockets › 1": { hash: "b172464c" },
  "runtime/http/server › HTTP/3 (QUIC) › 1": {
    hash: "49ce1615",
    files: tlsFiles,
    refused: { uws: http3, node: http3 },
  },
  "runtime/http/server › HTTP/3 (QUIC) › 2": {
    hash: "e4678ddf",
    files: tlsFiles,
    refused: { uws: http3, node: http3 },
  },
  "runtime/http/server › HTTP/2 › 1": {
    hash: "4252cbcb",
    files: tlsFiles,
    refused: { uws: nodeOnly("does not speak HTTP/2") },
  },
  "runtime/http/server › idleTimeout › 1": { hash: "e78bba1f" },
  "runtime/http/server › export default syntax › 1": { hash: "001995f2" },
  "runtime/http/server › Hot Route Reloading › 1": { hash: "c4b6403b" },
  "runtime/http/server › server.stop() › 1": { hash: "9eec627a" },
  "runtime/http/server › server.closeIdleConnections() › 1": {
    hash: "797f32c0",
    fragment: "continues another block: server is not defined here",
  },
  "runtime/http/server › server.ref() and server.unref() › 1": {
    hash: "d390cff6",
    fragment: "continues another block: server is not defined here",
  },
  "runtime/http/server › server.reload() › 1": { hash: "a11d6397" },
  "runtime/http/server › server.timeout(Request, seconds) › 1": { hash: "c607e59e" },
  "runtime/http/server › server.timeout(Request, seconds) › 2": {
    hash: "879de376",
    probes: [{ ask: "GET /events" }, { ask: "GET /nowhere" }],
  },
  "runtime/http/server › server.requestIP(Request) › 1": { hash: "9d890498" },
  "runtime/http/server › server.pendingRequests and server.pendingWebSockets › 1": { hash: "e7d662a7" },
  "runtime/http/server › server.subscriberCount(topic) › 1": { hash: "6313605b" },
  "runtime/http/server › Benchmarks › 1": { hash: "f7ca2a86" },
  "runtime/http/server › Benchmarks › 2": { hash: "00ba865c" },
  "runtime/http/server › Practical example: REST API › 1": { hash: "47c19e71" },
  "runtime/http/server › Practical example: REST API › 2": { hash: "34e5713c" },
  "runtime/http/server › Reference › 1": { hash: "8c52b44b" },
  "runtime/http/tls › top › 1": {
    hash: "2e0ac4b8",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › top › 2": {
    hash: "325b8199",
    fragment: "lists four spellings of one option: fs is not defined",
  },
  "runtime/http/tls › Passphrase › 1": {
    hash: "2a545c33",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › CA Certificates › 1": {
    hash: "6c7981b4",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › Client certificates (mTLS) › 1": {
    hash: "ee7886d7",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › Certificate revocation lists › 1": {
    hash: "b7556893",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › Diffie-Hellman › 1": {
    hash: "5577d6c6",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › Server name indication (SNI) › 1": {
    hash: "d720bb6b",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/tls › Server name indication (SNI) › 2": {
    hash: "9e7201c6",
    fragment: "shows the tls option alone: there is no handler, and Bun refuses to start",
  },
  "runtime/http/websockets › Start a WebSocket server › 1": { hash: "2cc0fb0f" },
  "runtime/http/websockets › Start a WebSocket server › 2": { hash: "52fc8cd7" },
  "runtime/http/websockets › Start a WebSocket server › 3": { hash: "1d180be2" },
  "runtime/http/websockets › Sending messages › 1": { hash: "172e0665" },
  "runtime/http/websockets › Headers › 1": { hash: "77447ef7" },
  "runtime/http/websockets › Contextual data › 1": {
    hash: "499d3bb0",
    // Its message handler fails, and that ends the process: wait for it.
    probes: [{ ask: "GET /" }, { ask: "SOCKET /", send: ["hello"], quiet: 1500 }],
  },
  "runtime/http/websockets › Contextual data › 2": { hash: "723bf72c" },
  "runtime/http/websockets › Pub/Sub › 1": { hash: "88ffa180" },
  "runtime/http/websockets › Pub/Sub › 2": { hash: "b703ea1e" },
  "runtime/http/websockets › Compression › 1": { hash: "1cdb7166" },
  "runtime/http/websockets › Compression › 2": {
    hash: "ced92b4a",
    fragment: "continues another block: ws is not defined here",
  },
  "runtime/http/websockets › Compression › 3": {
    hash: "81979b09",
    fragment: "continues another block: server is not defined here",
  },
  "runtime/http/websockets › Compression › 4": { hash: "1aa7ad16" },
  "runtime/http/websockets › Backpressure › 1": { hash: "0ffd7b87" },
  "runtime/http/websockets › Closing connections › 1": {
    hash: "df9d4b58",
    fragment: "continues another block: ws is not defined here",
  },
  "runtime/http/websockets › Errors › 1": { hash: "62c2ae69" },
  "runtime/http/websockets › Timeouts and limits › 1": { hash: "301f6dd9" },
  "runtime/http/websockets › Timeouts and limits › 2": { hash: "58ebbe13" },
  "runtime/http/websockets › Connect to a WebSocket server › 1": {
    hash: "7af0a159",
    network: true,
    fragment: "asks a WebSocket server on port 3000, which is not on this machine",
  },
  "runtime/http/websockets › Connect to a WebSocket server › 2": {
    hash: "fdc738ba",
    network: true,
    fragment: "asks proxy.example.com, which is not on this machine",
  },
  "runtime/http/websockets › Connect to a WebSocket server › 3": {
    hash: "67dcc5c3",
    network: true,
    fragment: "asks proxy.internal, which is not on this machine",
  },
  "runtime/http/websockets › Connect to a WebSocket server › 4": {
    hash: "0ee98420",
    fragment: "continues another block: socket is not defined here",
  },
  "runtime/http/websockets › Backpressure › 2": { hash: "0ffb8439" },
  "runtime/http/websockets › Backpressure › 3": {
    hash: "94832555",
    fragment: "continues another block: socket is not defined here",
  },
  "runtime/cookies › CookieMap class › 1": { hash: "46d0d8a3" },
  "runtime/cookies › In HTTP servers › 1": { hash: "fa968141" },
  "runtime/cookies › get(name: string): string / null › 1": {
    hash: "a6470252",
    fragment: "continues another block: cookies is not defined here",
  },
  "runtime/cookies › has(name: string): boolean › 1": {
    hash: "df5bc19d",
    fragment: "continues another block: cookies is not defined here",
  },
  "runtime/cookies › set(cookie: Cookie): void › 1": {
    hash: "6a810732",
    fragment: "continues another block: cookies is not defined here",
  },
  'runtime/cookies › delete(name: string, options: Omit<CookieStoreDeleteOptions, "name">): void › 1': {
    hash: "868d4081",
    fragment: "continues another block: cookies is not defined here",
  },
  "runtime/cookies › toJSON(): Record<string, string> › 1": {
    hash: "f6a38587",
    fragment: "continues another block: cookies is not defined here",
  },
  "runtime/cookies › toSetCookieHeaders(): string[] › 1": { hash: "4d27b0cc" },
  "runtime/cookies › Iteration › 1": {
    hash: "1a5d8996",
    fragment: "continues another block: cookies is not defined here",
  },
  "runtime/cookies › size: number › 1": {
    hash: "6066d416",
    fragment: "continues another block: cookies is not defined here",
  },
  "runtime/cookies › Cookie class › 1": { hash: "185d5fca" },
  "runtime/cookies › Constructors › 1": {
    hash: "981b822d",
    fragment: "lists signatures, not statements: it does not parse",
  },
  "runtime/cookies › Properties › 1": {
    hash: "a8207888",
    fragment: "continues another block: cookie is not defined here",
  },
  "runtime/cookies › isExpired(): boolean › 1": { hash: "63ea8e82" },
  "runtime/cookies › toString(): string › 1": { hash: "b7292b63" },
  "runtime/cookies › toJSON(): CookieInit › 1": { hash: "6f4f968e" },
  "runtime/cookies › Cookie.parse(cookieString: string): Cookie › 1": { hash: "345be04d" },
  "runtime/cookies › Cookie.from(name: string, value: string, options?: CookieInit): Cookie › 1": {
    hash: "f530194b",
  },
  "runtime/cookies › Types › 1": { hash: "8d995ef2" },
  "bundler/fullstack › top › 1": { hash: "384e3222", bundled: true, files: htmlFiles("", "./") },
  "bundler/fullstack › HTML Imports as Routes › 1": {
    hash: "4163b73a",
    bundled: true,
    files: htmlFiles("", "./"),
  },
  "bundler/fullstack › HTML Imports as Routes › 2": {
    hash: "85c7f833",
    fragment: "continues another block: homepage is not defined here",
  },
  "bundler/fullstack › React Integration › 1": { hash: "f617bfcb", bundled: true, files: reactFiles },
  "bundler/fullstack › React Integration › 2": {
    hash: "d509a2c0",
    fragment: "runs in the browser and needs React",
  },
  "bundler/fullstack › React Integration › 4": {
    hash: "d6848692",
    fragment: "runs in the browser and needs React",
  },
  "bundler/fullstack › Development Mode › 1": {
    hash: "fb9cc43a",
    bundled: true,
    files: htmlFiles("src/", "./"),
  },
  "bundler/fullstack › Advanced Development Configuration › 1": {
    hash: "1661594c",
    bundled: true,
    files: htmlFiles("src/", "./"),
  },
  "bundler/fullstack › Ahead of Time Bundling (Recommended) › 2": {
    hash: "e9c56b38",
    bundled: true,
    files: htmlFiles("src/", "./"),
  },
  "bundler/fullstack › Runtime Bundling › 1": {
    hash: "0ac75f6c",
    bundled: true,
    files: htmlFiles("src/", "./"),
  },
  "bundler/fullstack › HTTP Method Handlers › 1": { hash: "e7cf8e6f" },
  "bundler/fullstack › Dynamic Routes › 1": {
    hash: "049e0596",
    fragment: "continues another block: serve is not defined here",
  },
  "bundler/fullstack › Request Handling › 1": {
    hash: "048fd12f",
    fragment: "continues another block: serve is not defined here",
  },
  "bundler/fullstack › Custom Plugins › 2": { hash: "01926d38" },
  "bundler/fullstack › Complete Example › 1": {
    hash: "5595c5ad",
    bundled: true,
    files: htmlFiles("public/", "../src/"),
  },
  "bundler/fullstack › Complete Example › 3": {
    hash: "7403ceac",
    fragment: "runs in the browser and needs React",
  },
  "bundler/fullstack › Complete Example › 4": {
    hash: "4b985d5a",
    fragment: "runs in the browser and needs React",
  },
  "bundler/fullstack › Environment-Based Configuration › 1": { hash: "1b191130" },
  "bundler/fullstack › Error Handling › 1": { hash: "e5df8dcf" },
  "bundler/fullstack › API Response Helpers › 1": { hash: "3baa0d61" },
  "bundler/fullstack › Type Safety › 1": { hash: "2fef0c4e" },
  "bundler/fullstack › From Express + Webpack › 1": {
    hash: "ffd17369",
    fragment: "continues another block: app is not defined here",
  },
  "bundler/fullstack › From Next.js API Routes › 1": {
    hash: "7b43f04c",
    fragment: "shows two files in one block: it does not parse",
  },
  "guides/http/cluster › top › 1": {
    hash: "c093781d",
    refused: {
      node: { difference: "reuse-port", line: "Error: ENOTSUP: operation not supported on socket, listen" },
    },
    probes: [{ ask: "GET /", headOnly: true }],
  },
  "guides/http/cluster › top › 2": {
    hash: "5b016602",
    network: true,
    fragment: "starts the program of the block before it, as often as there are cores, for ever",
  },
  "guides/http/fetch-unix › top › 1": {
    hash: "6cd56496",
    network: true,
    fragment: "asks the Docker daemon, which is not on this machine",
  },
  "guides/http/fetch-unix › top › 2": {
    hash: "01f5a20e",
    network: true,
    fragment: "asks the Docker daemon, which is not on this machine",
  },
  "guides/http/fetch › top › 1": {
    hash: "47e9a856",
    network: true,
    fragment: "asks bun.com, which is not on this machine",
  },
  "guides/http/fetch › top › 2": {
    hash: "b66c3ef8",
    network: true,
    fragment: "asks bun.com, which is not on this machine",
  },
  "guides/http/file-uploads › top › 1": { hash: "aae69b59", files: staticFiles },
  "guides/http/file-uploads › top › 4": {
    hash: "b6e11e71",
    files: staticFiles,
    probes: [
      { ask: "GET /" },
      { ask: "GET /nowhere" },
      {
        ask: "POST /action",
        headers: { "content-type": "multipart/form-data; boundary=B" },
        body: '--B\r\nContent-Disposition: form-data; name="name"\r\n\r\nAda\r\n--B\r\nContent-Disposition: form-data; name="profilePicture"; filename="p.png"\r\nContent-Type: image/png\r\n\r\npicture\r\n--B--\r\n',
      },
    ],
  },
  "guides/http/hot › top › 2": { hash: "0afc4a54" },
  "guides/http/proxy › top › 1": {
    hash: "3faa88e2",
    network: true,
    fragment: "asks proxy.example.com, which is not on this machine",
  },
  "guides/http/proxy › Custom proxy headers › 1": {
    hash: "83ab4838",
    network: true,
    fragment: "asks proxy.example.com, which is not on this machine",
  },
  "guides/http/proxy › Environment variables › 2": {
    hash: "9faa43ea",
    network: true,
    fragment: "asks example.com, which is not on this machine",
  },
  "guides/http/server › top › 1": { hash: "cbfbb5f5" },
  "guides/http/simple › top › 1": { hash: "9f7271db" },
  "guides/http/sse › Using an async generator › 1": {
    hash: "049b7c1f",
    probes: [{ ask: "GET /events", headOnly: true }, { ask: "GET /" }],
  },
  "guides/http/sse › Using a ReadableStream › 1": {
    hash: "fb864597",
    probes: [{ ask: "GET /events", headOnly: true }, { ask: "GET /" }],
  },
  "guides/http/stream-file › top › 1": { hash: "12cad273" },
  "guides/http/stream-file › top › 2": { hash: "2b2296ed" },
  "guides/http/stream-file › top › 3": {
    hash: "1cc17d5d",
    probes: [{ ask: "GET /etc/hostname", headOnly: true }, { ask: "GET /etc/no-such-file" }],
  },
  "guides/http/stream-iterator › top › 1": { hash: "e6449e06" },
  "guides/http/stream-iterator › top › 2": { hash: "3dc4575c" },
  "guides/http/stream-node-streams-in-bun › top › 1": { hash: "244c096a" },
  "guides/http/tls › top › 1": { hash: "7b946171", files: tlsFiles },
  "guides/http/tls › top › 2": {
    hash: "f664a10e",
    files: tlsFiles,
    refused: { uws: nodeOnly("cannot refuse clients without a certificate (requestCert)") },
  },
  "guides/websocket/compression › top › 1": {
    hash: "ed62dd0c",
    fragment: "shows the websocket option alone: there is no handler, and Bun refuses to start",
  },
  "guides/websocket/compression › top › 2": {
    hash: "8d79ffd9",
    fragment: "shows the websocket option alone: there is no handler, and Bun refuses to start",
  },
  "guides/websocket/compression › top › 3": {
    hash: "bd170ef0",
    fragment: "shows the websocket option alone: there is no handler, and Bun refuses to start",
  },
  "guides/websocket/context › top › 1": { hash: "30b629e9" },
  "guides/websocket/context › top › 2": { hash: "35db7c66" },
  "guides/websocket/pubsub › top › 1": { hash: "4af330ae" },
  "guides/websocket/simple › top › 1": { hash: "73d21406" },
};
