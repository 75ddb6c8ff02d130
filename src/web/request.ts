// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import type { Exchange } from "../wire/exchange.js";
import {
  isDisturbedStream,
  isUnreadable,
  type Readable,
  readArrayBuffer,
  readBlob,
  readBytes,
  readFormData,
  readJson,
  readText,
  rejectUsed,
  streamOf,
  teeContent,
  textStreamOf,
  usedStream,
} from "./body.js";
import { type Content, extractContent } from "./content.js";
import { bodyDisturbed, typeError, wrongGetter, wrongThis } from "./errors.js";
import { copyHeaders, Headers, implyContentType, incomingHeaders } from "./headers.js";
import { collectIncoming, streamIncoming } from "./incoming.js";
import { acceptInstances, isNativeRequest, NativeRequest } from "./native.js";
import { incomingUrl } from "./url.js";

/** Route parameters, decoded. */
export type Params = Readonly<Record<string, string>>;

/** A request over an exchange; `params` null: not for a route. */
export let incomingRequest: (exchange: Exchange, params: Params | null) => Request;
/** The exchange of an incoming request; null for one that a user made. */
export let exchangeOf: (request: globalThis.Request) => Exchange | null;
/** Called when the reply is complete: content that nobody asked for is gone now. */
export let settleRequest: (request: Request) => void;
/** The runtime's own kind, for `fetch()`. */
export let toNativeRequest: (request: Request) => globalThis.Request;

let arriving: Exchange | null = null;
let arrivingParams: Params | null = null;

/** What a user may state beside method, URL, headers and body. */
interface Details {
  cache: RequestCache;
  mode: RequestMode;
  redirect: RequestRedirect;
}

const DEFAULTS: Details = { cache: "default", mode: "cors", redirect: "follow" };

const METHODS = new Set(
  `ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE
NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE
UNBIND UNLINK UNLOCK UNSUBSCRIBE`.split(/\s/),
);

/**
 * The standard `Request` as Bun has it.
 * @see https://fetch.spec.whatwg.org/#request-class
 */
export class Request {
  #exchange: Exchange | null = null;
  #params: Params | null = null;
  #url: string | null = null;
  #method: string | null = null;
  #headers: Headers | null = null;
  /** Undefined: still with the exchange. */
  #content: Content | undefined = undefined;
  #used = false;
  #settled = false;
  #signal: AbortSignal | null = null;
  #details: Details = DEFAULTS;

  /**
   * @throws {TypeError} `ERR_INVALID_URL` for a URL that is not absolute
   */
  constructor(input: unknown, init?: RequestInit | null) {
    if (arriving !== null) {
      this.#exchange = arriving;
      this.#params = arrivingParams;
      arriving = null;
      return;
    }
    this.#make(input, init, arguments.length);
  }

  #make(input: unknown, init: RequestInit | null | undefined, given: number): void {
    if (given === 0)
      throw new Error("Failed to construct 'Request': 1 argument required, but only 0 present.");
    if (typeof input === "symbol") {
      throw new Error("Failed to construct 'Request': expected non-empty string or object");
    }
    if (typeof input !== "string" && (typeof input !== "object" || input === null)) {
      throw new Error("Failed to construct 'Request': expected non-empty string or object, got undefined");
    }
    this.#content = null;
    this.#url = requestUrl(input);
    const base = typeof input === "object" && !(input instanceof URL) ? input : null;
    const options = typeof init === "object" && init !== null ? init : null;
    // An init with a field wins; a base request gives what init does not name.
    const source: RequestInit | Request | null = options ?? (base as RequestInit | null);
    if (source !== null) this.#initialise(source, base);
  }

  #initialise(init: RequestInit | Request, base: object | null): void {
    const method = init.method ?? undefined;
    if (method !== undefined) {
      const upper = String(method).toUpperCase();
      if (METHODS.has(upper)) this.#method = upper;
    }
    if (init.headers !== undefined) this.#headers = new Headers(init.headers);
    const signal = init.signal;
    if (signal !== undefined && signal !== null) {
      if (!(signal instanceof AbortSignal)) {
        throw new TypeError("Failed to construct 'Request': signal is not of type AbortSignal.");
      }
      this.#signal = signal;
    }
    this.#details = {
      cache: init.cache ?? DEFAULTS.cache,
      mode: init.mode ?? DEFAULTS.mode,
      redirect: init.redirect ?? DEFAULTS.redirect,
    };
    let body: unknown;
    if (#details in init) {
      body = undefined;
      this.#content = init.#split();
    } else {
      body = init.body;
      if ((body === undefined || body === null) && base !== null && #details in base) {
        this.#content = base.#split();
      }
    }
    if (body !== undefined && body !== null) {
      const { content, type } = extractContent(body);
      this.#content = content;
      if (type !== "") {
        this.#headers ??= new Headers();
        implyContentType(this.#headers, type);
      }
    }
  }

  get method(): string {
    if (!(#details in this)) throw wrongGetter("Request", "method");
    return this.#method ?? this.#exchange?.method ?? "GET";
  }

  /** Absolute. */
  get url(): string {
    if (!(#details in this)) throw wrongGetter("Request", "url");
    if (this.#url === null) this.#url = this.#exchange === null ? "" : incomingUrl(this.#exchange);
    return this.#url;
  }

  get headers(): Headers {
    if (!(#details in this)) throw wrongGetter("Request", "headers");
    if (this.#headers === null) {
      this.#headers = this.#exchange === null ? new Headers() : incomingHeaders(this.#exchange);
    }
    return this.#headers;
  }

  /** Route parameters; undefined where there is no route. */
  get params(): Params | undefined {
    return this.#params ?? undefined;
  }

  /** Aborts when the client leaves before the reply is complete. */
  get signal(): AbortSignal {
    if (!(#details in this)) throw wrongGetter("Request", "signal");
    if (this.#signal === null) {
      const controller = new AbortController();
      this.#signal = controller.signal;
      const exchange = this.#exchange;
      if (exchange !== null) {
        if (exchange.aborted) controller.abort();
        else exchange.onAbort(() => controller.abort());
      }
    }
    return this.#signal;
  }

  get cache(): RequestCache {
    if (!(#details in this)) throw wrongGetter("Request", "cache");
    return this.#details.cache;
  }

  get mode(): RequestMode {
    if (!(#details in this)) throw wrongGetter("Request", "mode");
    return this.#details.mode;
  }

  get redirect(): RequestRedirect {
    if (!(#details in this)) throw wrongGetter("Request", "redirect");
    return this.#details.redirect;
  }

  get credentials(): RequestCredentials {
    if (!(#details in this)) throw wrongGetter("Request", "credentials");
    return "include";
  }

  get destination(): RequestDestination {
    if (!(#details in this)) throw wrongGetter("Request", "destination");
    return "";
  }

  get integrity(): string {
    if (!(#details in this)) throw wrongGetter("Request", "integrity");
    return "";
  }

  get referrer(): string {
    if (!(#details in this)) throw wrongGetter("Request", "referrer");
    return "";
  }

  get referrerPolicy(): ReferrerPolicy {
    if (!(#details in this)) throw wrongGetter("Request", "referrerPolicy");
    return "";
  }

  get keepalive(): boolean {
    return false;
  }

  get duplex(): "half" {
    return "half";
  }

  get isHistoryNavigation(): boolean {
    return false;
  }

  get isReloadNavigation(): boolean {
    return false;
  }

  get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    if (!(#details in this)) throw wrongGetter("Request", "body");
    const content = this.#open();
    if (content === null) return null;
    const stream = this.#used && !(content instanceof ReadableStream) ? usedStream() : streamOf(content);
    this.#content = stream;
    return stream;
  }

  get bodyUsed(): boolean {
    if (!(#details in this)) throw wrongGetter("Request", "bodyUsed");
    return this.#used || (this.#content instanceof ReadableStream && isDisturbedStream(this.#content));
  }

  /** The content as something that can be kept: what is still with the exchange becomes a stream. */
  #open(): Content {
    if (this.#content === undefined) {
      const exchange = this.#exchange;
      if (exchange === null || !exchange.hasContent) this.#content = null;
      else if (this.#used) this.#content = usedStream();
      else this.#content = streamIncoming(exchange);
    }
    return this.#content;
  }

  /** Content for another request, keeping ours. */
  #split(): Content {
    if (this.#unreadable()) return null;
    const [mine, other] = teeContent(this.#open());
    this.#content = mine;
    return other;
  }

  #unreadable(): boolean {
    return this.#used || (this.#content instanceof ReadableStream && isUnreadable(this.#content));
  }

  #take(): Readable {
    const exchange = this.#exchange;
    if (this.#content === undefined && exchange?.hasContent === true) {
      this.#used = true;
      if (this.#settled) return rejectUsed();
      return collectIncoming(exchange);
    }
    const content = this.#content ?? null;
    if (content !== null) this.#used = true;
    return content;
  }

  #contentType(): string {
    return this.headers.get("content-type") ?? "";
  }

  text(): Promise<string> {
    if (!(#details in this)) throw wrongThis("Request", this);
    return this.#unreadable() ? rejectUsed() : readText(this.#take());
  }

  // biome-ignore lint/suspicious/noExplicitAny: the standard's own type
  json(): Promise<any> {
    if (!(#details in this)) throw wrongThis("Request", this);
    return this.#unreadable() ? rejectUsed() : readJson(this.#take());
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    if (!(#details in this)) throw wrongThis("Request", this);
    return this.#unreadable() ? rejectUsed() : readBytes(this.#take());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    if (!(#details in this)) throw wrongThis("Request", this);
    return this.#unreadable() ? rejectUsed() : readArrayBuffer(this.#take());
  }

  blob(): Promise<Blob> {
    if (!(#details in this)) throw wrongThis("Request", this);
    return this.#unreadable() ? rejectUsed() : readBlob(this.#take(), this.#contentType());
  }

  formData(): Promise<FormData> {
    if (!(#details in this)) throw wrongThis("Request", this);
    return this.#unreadable() ? rejectUsed() : readFormData(this.#take(), this.#contentType());
  }

  /** The content as a stream of text. */
  textStream(): ReadableStream<string> {
    if (!(#details in this)) throw wrongThis("Request", this);
    if (this.#unreadable()) throw bodyDisturbed();
    const content = this.#open();
    if (content !== null) this.#used = true;
    return textStreamOf(content);
  }

  clone(): Request {
    if (!(#details in this)) throw wrongThis("Request", this);
    if (this.#unreadable()) throw bodyDisturbed();
    const copy = new Request(this.url);
    copy.#content = this.#split();
    copy.#method = this.method;
    copy.#headers = copyHeaders(this.headers);
    copy.#params = this.#params;
    copy.#signal = this.#exchange !== null || this.#signal !== null ? this.signal : null;
    copy.#details = this.#details;
    return copy;
  }

  declare readonly [Symbol.toStringTag]: string;

  static {
    incomingRequest = (exchange, params) => {
      arriving = exchange;
      arrivingParams = params;
      return new Request(undefined);
    };
    exchangeOf = (request) => (#details in request ? request.#exchange : null);
    settleRequest = (request) => {
      request.#settled = true;
    };
    toNativeRequest = (request) => {
      const { method, url, body, redirect } = request;
      const hasBody = body !== null && method !== "GET" && method !== "HEAD";
      return new NativeRequest(url, {
        method,
        headers: [...request.headers],
        redirect,
        signal: request.signal,
        ...(hasBody ? { body, duplex: "half" } : {}),
      });
    };
  }
}

function requestUrl(input: string | object): string {
  let url: string;
  if (typeof input === "string") url = input;
  else if ("url" in input) url = String(input.url);
  else url = input.toString === Object.prototype.toString || Array.isArray(input) ? "" : String(input);
  if (url === "") throw new Error("Failed to construct 'Request': url is required.");
  if (!URL.canParse(url)) {
    throw typeError("ERR_INVALID_URL", `Failed to construct 'Request': Invalid URL "${url}"`);
  }
  return new URL(url).href;
}

for (const member of Reflect.ownKeys(Request.prototype)) {
  if (member !== "constructor") Object.defineProperty(Request.prototype, member, { enumerable: true });
}
Object.defineProperty(Request.prototype, Symbol.toStringTag, { value: "Request", configurable: true });
Object.setPrototypeOf(Request.prototype, NativeRequest.prototype);
Object.setPrototypeOf(Request, NativeRequest);
acceptInstances(Request, isNativeRequest);
