import { X509Certificate } from "node:crypto";
import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { Readable } from "node:stream";
import type { ConnectionOptions } from "node:tls";
import zlib from "node:zlib";
import { certificateText } from "../web/certificate-text.js";
import { typeError } from "../web/errors.js";
import { findAddresses } from "../web/localhost.js";
import { NativeRequest, NativeResponse } from "../web/native.js";
import { isStreaming } from "../web/outgoing.js";
import { failureOf, fetchError, NOT_OPENED, TOO_MANY_REDIRECTS, unexpectedRedirect } from "./fetch-error.js";
import { readTlsContent } from "./tls-content.js";

/** What Bun's `fetch` takes beyond the standard, and the native one cannot do. */
export interface SocketInit {
  /** Path of the unix socket to connect to; undefined: whatever the URL says. */
  readonly unix: string | undefined;
  readonly tls: ConnectionOptions | undefined;
  /** Whether content comes without its coding. */
  readonly decompress: boolean;
}

const MAX_REDIRECTS = 20;
const CLOSED: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE"]);
const WITHOUT_CONTENT: ReadonlySet<number> = new Set([204, 205, 304]);

// Idle connections wait here for the next request, and hold no process.
const httpAgent = new http.Agent({ keepAlive: true });
const httpsAgent = new https.Agent({ keepAlive: true });

/**
 * Reads the `unix`, `tls` and `decompress` options of `fetch`.
 * @returns null where the native `fetch` will do
 */
export function socketInit(init: unknown): SocketInit | null {
  if (typeof init !== "object" || init === null) return null;
  const unix: unknown = Reflect.get(init, "unix");
  const tls: unknown = Reflect.get(init, "tls");
  const path = typeof unix === "string" && unix !== "" ? unix : undefined;
  const options = typeof tls === "object" && tls !== null ? readTls(tls) : undefined;
  const decompress = Reflect.get(init, "decompress") !== false;
  if (path === undefined && options === undefined && decompress) return null;
  return { unix: path, tls: options, decompress };
}

const CONTENTS = ["key", "cert", "ca", "crl"] as const;
const AS_GIVEN = ["passphrase", "rejectUnauthorized", "ciphers", "secureOptions"];

function readTls(given: object): ConnectionOptions {
  const options: Record<string, unknown> = {};
  for (const name of CONTENTS) {
    const value: unknown = Reflect.get(given, name);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const contents = values.map(readTlsContent).filter((content) => typeof content === "string");
    if (contents.length > 0) options[name] = contents;
  }
  for (const name of AS_GIVEN) {
    const value: unknown = Reflect.get(given, name);
    if (value !== undefined && value !== null) options[name] = value;
  }
  const { rejectUnauthorized = false } = options;
  if (typeof rejectUnauthorized !== "boolean") {
    throw typeError("ERR_INVALID_ARG_TYPE", "TLSOptions.rejectUnauthorized must be a boolean");
  }
  const check: unknown = Reflect.get(given, "checkServerIdentity");
  if (isFunction(check)) options["checkServerIdentity"] = guarded(check);
  const serverName: unknown = Reflect.get(given, "serverName") ?? Reflect.get(given, "servername");
  if (typeof serverName === "string" && serverName !== "") options["servername"] = serverName;
  return options;
}

/** Node.js calls it where nobody catches what it throws. */
function guarded(check: (...given: unknown[]) => unknown): (...given: unknown[]) => unknown {
  return (...given) => {
    try {
      return check(...given);
    } catch (error) {
      return error;
    }
  };
}

function isFunction(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === "function";
}

/** Node.js passes over what is no certificate. */
function areCertificates(texts: unknown): boolean {
  try {
    for (const text of Array.isArray(texts) ? texts : []) new X509Certificate(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * `fetch` over a unix socket, with TLS options of its own, or of content as it was sent.
 *
 * @param follow fetches where a redirect over a unix socket leads: by TCP, as in Bun
 * @throws {TypeError} with Bun's `code` and message when the server cannot be reached or trusted
 * @see docs/guides/http/fetch-unix.mdx of bun-types
 */
export async function socketFetch(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  socket: SocketInit,
  follow: (request: globalThis.Request) => Promise<globalThis.Response>,
): Promise<globalThis.Response> {
  const request = new NativeRequest(input, init);
  let content = isStreaming(input, init) ? request.body : Buffer.from(await request.arrayBuffer());
  let { url, method } = request;
  if (!areCertificates(socket.tls?.ca)) throw fetchError(NOT_OPENED, url);
  const headers = new Headers(request.headers);
  for (let redirects = 0; ; redirects++) {
    const reply = await send(url, method, headers, content, request.signal, socket);
    const location = reply.headers.location;
    if (!isRedirect(reply) || location === undefined || request.redirect === "manual") {
      const content = socket.decompress ? decoded(reply) : reply;
      return responseOf(reply, content, url, method, redirects > 0, request.signal);
    }
    reply.resume();
    if (request.redirect === "error") throw fetchError(unexpectedRedirect(url), url);
    if (redirects === MAX_REDIRECTS) {
      throw fetchError(TOO_MANY_REDIRECTS, url);
    }
    url = new URL(location, url).href;
    const status = reply.statusCode ?? 0;
    if (status === 303 ? method !== "HEAD" : status < 303 && method === "POST") {
      method = "GET";
      content = null;
      for (const name of ["content-type", "content-length", "content-encoding"]) headers.delete(name);
    }
    if (socket.unix !== undefined) {
      const { signal } = request;
      const body = method === "GET" || method === "HEAD" ? null : bodyOf(content);
      return redirected(await follow(new NativeRequest(url, { method, headers, body, signal })));
    }
  }
}

type Content = Buffer | ReadableStream<Uint8Array> | null;

function bodyOf(content: Content): Uint8Array<ArrayBuffer> | null {
  return Buffer.isBuffer(content) ? new Uint8Array(content) : null;
}

function send(
  url: string,
  method: string,
  headers: Headers,
  content: Content,
  signal: AbortSignal,
  socket: SocketInit,
): Promise<IncomingMessage> {
  if (signal.aborted) return Promise.reject(signal.reason);
  const target = new URL(url);
  const secure = target.protocol === "https:";
  const fields = Object.fromEntries(headers);
  fields["accept"] ??= "*/*";
  fields["accept-encoding"] ??= "gzip, deflate, br";
  fields["user-agent"] ??= "node";
  const bytes = Buffer.isBuffer(content) ? content : null;
  if (bytes !== null && (bytes.length > 0 || method === "POST" || method === "PUT")) {
    fields["content-length"] = String(bytes.length);
  }
  const options: RequestOptions & ConnectionOptions = {
    method,
    host: target.hostname.replace(/^\[|\]$/g, ""),
    path: target.pathname + target.search,
    headers: { host: target.host, ...fields },
    agent: secure ? agentFor(socket) : httpAgent,
    lookup: findAddresses,
    ...(target.port !== "" && { port: Number(target.port) }),
    ...(socket.unix !== undefined && { socketPath: socket.unix }),
    ...(secure && { servername: nameOf(target), ...socket.tls }),
  };
  return new Promise((resolve, reject) => {
    const request = secure ? https.request(options) : http.request(options);
    const abort = (): void => {
      request.destroy();
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });
    request.on("error", (cause) => {
      signal.removeEventListener("abort", abort);
      if (signal.aborted) return;
      // A connection that waited may have been closed by the server just now.
      const again =
        request.reusedSocket && (method === "GET" || method === "HEAD") && CLOSED.has(codeOf(cause));
      if (again) resolve(send(url, method, headers, content, signal, socket));
      else reject(connectionFailure(cause, url));
    });
    request.on("response", (reply) => {
      reply.once("close", () => signal.removeEventListener("abort", abort));
      resolve(reply);
    });
    if (content === null || Buffer.isBuffer(content)) request.end(content ?? undefined);
    else
      Readable.from(content)
        .on("error", (cause) => request.destroy(cause))
        .pipe(request);
  });
}

/** A connection that another check has let pass must not be used again for this one. */
function agentFor(socket: SocketInit): https.Agent | false {
  return socket.tls?.checkServerIdentity === undefined ? httpsAgent : false;
}

/** The name for SNI and for the certificate; TLS knows none for IP addresses. */
function nameOf({ hostname }: URL): string {
  return /^[\d.]+$|^\[/.test(hostname) ? "" : hostname;
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode);
}

function responseOf(
  reply: IncomingMessage,
  content: Readable,
  url: string,
  method: string,
  wasRedirected: boolean,
  signal: AbortSignal,
): globalThis.Response {
  const status = reply.statusCode ?? 200;
  const headers = new Headers();
  for (let i = 0; i < reply.rawHeaders.length; i += 2) {
    headers.append(reply.rawHeaders[i] ?? "", reply.rawHeaders[i + 1] ?? "");
  }
  const empty = method === "HEAD" || WITHOUT_CONTENT.has(status);
  if (empty) reply.resume();
  // The reader learns why, not only that the stream broke off.
  signal.addEventListener("abort", () => content.destroy(signal.reason), { once: true });
  const body: ReadableStream | null = empty ? null : webStream(content);
  const response = new NativeResponse(body, { status, statusText: reply.statusMessage ?? "", headers });
  Object.defineProperty(response, "url", { value: url, configurable: true });
  return wasRedirected ? redirected(response) : response;
}

function redirected(response: globalThis.Response): globalThis.Response {
  return Object.defineProperty(response, "redirected", { value: true, configurable: true });
}

function webStream(readable: Readable): ReadableStream {
  const iterator: AsyncIterator<Uint8Array> = readable[Symbol.asyncIterator]();
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done !== true) {
        controller.enqueue(new Uint8Array(value));
        return;
      }
      controller.close();
      controller.byobRequest?.respond(0);
    },
    async cancel() {
      readable.destroy();
    },
  });
}

/** The content without its coding. */
function decoded(reply: IncomingMessage): Readable {
  const coding = (reply.headers["content-encoding"] ?? "").toLowerCase();
  const decoder =
    coding === "gzip" || coding === "x-gzip"
      ? zlib.createGunzip()
      : coding === "deflate"
        ? zlib.createInflate()
        : coding === "br"
          ? zlib.createBrotliDecompress()
          : null;
  if (decoder === null) return reply;
  reply.on("error", (cause) => decoder.destroy(cause));
  return reply.pipe(decoder);
}

function codeOf(cause: Error): string {
  return "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

/** What `checkServerIdentity` of the user returned has no code, and is thrown as it is. */
function connectionFailure(cause: Error, url: string): Error {
  const code = codeOf(cause);
  if (code === "") return cause;
  return fetchError(failureOf(cause, url) ?? { code, message: certificateText(cause.message) }, url);
}
