// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined

import type { Exchange, HeaderList } from "../wire/exchange.js";
import { isUnreadable, isUsedStream, passBy, streamOf, teeContent, usedStream } from "./body.js";
import { addReaders, type BodyReaders, type Readable } from "./body-readers.js";
import { clientSignal } from "./client-signal.js";
import { type Content, type Extracted, extractContent, ownType } from "./content.js";
import { appendSetCookies, CookieMap, copyCookieMap } from "./cookie-map.js";
import { bodyDisturbed, wrongGetter, wrongThis } from "./errors.js";
import { copyHeaders, Headers, implyContentType, incomingHeaders, keepFields } from "./headers.js";
import { Incoming, lostStream, streamIncoming } from "./incoming.js";
import { block, contentText, messageHead, showAs } from "./inspect.js";
import { isNativeRequest, NativeBlob, NativeRequest } from "./native.js";
import {
  DEFAULT_DETAILS,
  type RequestDetails,
  requestDetails,
  requestInput,
  requestMethod,
  requestSignal,
  requestUrl,
} from "./request-init.js";
import { setLengths, standardise } from "./standard-class.js";
import { incomingUrl } from "./url.js";

/** Route parameters, decoded. */
export type Params = Readonly<Record<string, string>>;

/** A request over an exchange; `params` null: not for a route. */
export let incomingRequest: (exchange: Exchange, params: Params | null) => Request;
/** The exchange of an incoming request; null for one that a user made. */
export let exchangeOf: (request: globalThis.Request) => Exchange | null;
/** Called when the reply is complete: content that nobody asked for is gone now, and fields may be soon. */
export let settleRequest: (request: Request) => void;
/** Called instead when it became a WebSocket: all of it stays. */
export let keepRequest: (request: Request) => void;
/** Whether it is ours, and not the runtime's own. */
export let isOwnRequest: (request: object) => request is Request;

/** Whether a handler asked for `req.cookies`. */
export let usesCookies: (request: Request) => boolean;
/** The `Set-Cookie` fields that apply what a handler did to `req.cookies`. */
export let cookieChangesOf: (request: Request) => HeaderList;

let paramsOf: (request: Request) => Params | null;
let cookiesOf: (request: Request) => CookieMap;
/** Whether the next request is made by this module, from `arriving` and not from arguments. */
let bare = false;
let arriving: Exchange | null = null;
let arrivingParams: Params | null = null;

const NO_FIELDS: HeaderList = Object.freeze([]);

export interface Request extends BodyReaders {}

/**
 * The standard `Request` as Bun has it.
 * @see https://fetch.spec.whatwg.org/#request-class
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: addReaders gives the class these methods
export class Request {
  #exchange: Exchange | null = null;
  #params: Params | null = null;
  #cookies: CookieMap | null = null;
  #url: string | null = null;
  #method: string | null = null;
  #headers: Headers | null = null;
  /** Undefined: still with the exchange. */
  #content: Content | undefined = undefined;
  #used = false;
  #settled = false;
  #signal: AbortSignal | null = null;
  #details: RequestDetails = DEFAULT_DETAILS;

  /**
   * @throws {TypeError} `ERR_INVALID_URL` for a URL that is not absolute
   */
  constructor(input: unknown, init?: RequestInit | null) {
    if (bare) {
      bare = false;
      this.#exchange = arriving;
      this.#params = arrivingParams;
      arriving = null;
      arrivingParams = null;
      return;
    }
    this.#make(input, init, arguments.length);
  }

  #make(given: unknown, init: RequestInit | null | undefined, count: number): void {
    const input = requestInput(given, count);
    this.#content = null;
    const base = typeof input === "object" && !(input instanceof URL) ? input : null;
    if (base !== null) this.#initialise(base);
    if (typeof init === "object" && init !== null) this.#initialise(init);
    this.#url = requestUrl(input);
  }

  /** Takes what `init` names; called for the request that is the base, then for the options over it. */
  #initialise(init: RequestInit): void {
    const { signal, headers, method, redirect, cache, mode } = init;
    // In the order in which Bun finds fault.
    const extracted = #details in init || init.body === undefined ? null : extractContent(init.body);
    this.#signal = requestSignal(signal) ?? this.#signal;
    if (headers !== undefined) {
      const given = new Headers(headers);
      if (this.#headers === null || given.count > 0) this.#headers = given;
    }
    if (method !== undefined) this.#method = requestMethod(method);
    this.#details = requestDetails(this.#details, redirect, cache, mode);
    if (#details in init) this.#content = init.#split();
    else if (extracted !== null) this.#setContent(extracted);
  }

  #setContent({ content, type }: Extracted): void {
    this.#content = content;
    if (type !== "") implyContentType((this.#headers ??= new Headers()), type);
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

  /** The `Cookie` field, without making `Headers` for it alone. */
  #cookieField(): string | null {
    if (this.#headers === null && this.#exchange !== null) {
      return this.#exchange.header("cookie");
    }
    return this.headers.get("cookie");
  }

  get headers(): Headers {
    if (!(#details in this)) throw wrongGetter("Request", "headers");
    if (this.#headers === null) {
      this.#headers = this.#exchange === null ? new Headers() : incomingHeaders(this.#exchange);
      if (this.#settled) keepFields(this.#headers);
    }
    return this.#headers;
  }

  /** Aborts when the client leaves before the reply is complete. */
  get signal(): AbortSignal {
    if (!(#details in this)) throw wrongGetter("Request", "signal");
    this.#signal ??= this.#exchange === null ? new AbortController().signal : clientSignal(this.#exchange);
    return this.#signal;
  }

  get cache(): globalThis.Request["cache"] {
    if (!(#details in this)) throw wrongGetter("Request", "cache");
    return this.#details.cache;
  }

  get mode(): globalThis.Request["mode"] {
    if (!(#details in this)) throw wrongGetter("Request", "mode");
    return this.#details.mode;
  }

  get redirect(): globalThis.Request["redirect"] {
    if (!(#details in this)) throw wrongGetter("Request", "redirect");
    return this.#details.redirect;
  }

  get credentials(): globalThis.Request["credentials"] {
    if (!(#details in this)) throw wrongGetter("Request", "credentials");
    return "include";
  }

  get destination(): globalThis.Request["destination"] {
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

  get referrerPolicy(): globalThis.Request["referrerPolicy"] {
    if (!(#details in this)) throw wrongGetter("Request", "referrerPolicy");
    return "";
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
    return this.#isUsed();
  }

  #isUsed(): boolean {
    return this.#used || (this.#content instanceof ReadableStream && isUsedStream(this.#content));
  }

  /** The content as something that can be kept: what is still with the exchange becomes a stream. */
  #open(): Content {
    if (this.#content === undefined) {
      const exchange = this.#exchange;
      if (exchange === null || !exchange.hasContent) this.#content = null;
      else if (this.#used) this.#content = usedStream();
      else if (this.#settled) this.#content = lostStream();
      else this.#content = streamIncoming(exchange);
    }
    return this.#content;
  }

  /** Content for another request, keeping ours. */
  #split(): Content {
    if (this.#used) return "";
    if (this.#unreadable()) return this.#content ?? null;
    const [mine, other] = teeContent(this.#open());
    this.#content = mine;
    return other;
  }

  #unreadable(): boolean {
    return this.#used || (this.#content instanceof ReadableStream && isUnreadable(this.#content));
  }

  #take(): Readable {
    const exchange = this.#exchange;
    if (this.#content === undefined && exchange !== null && (this.#settled || exchange.hasContent)) {
      this.#used = true;
      return new Incoming(this.#settled ? null : exchange);
    }
    const content = this.#content ?? null;
    if (content === null) return null;
    this.#used = true;
    return passBy(content);
  }

  clone(): Request {
    if (!(#details in this)) throw wrongThis("Request", this);
    if (this.#unreadable()) throw bodyDisturbed();
    const params = this.#params;
    bare = true;
    const copy = params === null ? new Request(undefined) : new RoutedRequest(undefined);
    copy.#url = this.url;
    copy.#content = this.#split();
    copy.#method = this.method;
    copy.#headers = copyHeaders(this.headers);
    copy.#params = params;
    copy.#cookies = this.#cookies === null ? null : copyCookieMap(this.#cookies);
    copy.#signal = this.#exchange !== null ? this.signal : this.#signal;
    copy.#details = this.#details;
    return copy;
  }

  declare readonly [Symbol.toStringTag]: string;
  /** For assignment to the standard's type only: Bun has no such member, so it reads as undefined. */
  declare readonly keepalive: boolean;

  static {
    addReaders<Request>(Request.prototype, {
      name: "Request",
      has: (value): value is Request => typeof value === "object" && value !== null && #details in value,
      isUnreadable: (request) => request.#unreadable(),
      isUsed: (request) => request.#isUsed(),
      take: (request) => request.#take(),
      typeOf: (request) => request.headers.get("content-type") || ownType(request.#content),
    });
    incomingRequest = (exchange, params) => {
      bare = true;
      arriving = exchange;
      if (params === null) return new Request(undefined);
      arrivingParams = params;
      return new RoutedRequest(undefined);
    };
    paramsOf = (request) => request.#params;
    cookiesOf = (request) => (request.#cookies ??= new CookieMap(request.#cookieField()));
    usesCookies = (request) => request.#cookies !== null;
    cookieChangesOf = (request) => {
      if (request.#cookies === null) return NO_FIELDS;
      const fields: string[] = [];
      appendSetCookies(request.#cookies, fields);
      return fields;
    };
    showAs(Request.prototype, (request, show) => {
      if (!(#details in request)) return "Request {}";
      const content = request.#used ? null : (request.#content ?? null);
      const lines = [`method: ${JSON.stringify(request.method)},`, `url: ${JSON.stringify(request.url)},`];
      if (request.#params !== null) lines.push(`params: ${show(request.#params)},`);
      lines.push(`headers: ${show(request.headers)}`);
      const shown = contentText(content, bodyTypeOf(content, request), show);
      if (shown !== "") lines.push(shown);
      const name = request.#params === null ? "Request" : "BunRequest";
      return `${messageHead(name, content)} ${block(lines)}`;
    });
    isOwnRequest = (request): request is Request => #details in request;
    exchangeOf = (request) => (#details in request ? request.#exchange : null);
    settleRequest = (request) => {
      const exchange = request.#exchange;
      if (exchange === null || request.#settled) return;
      request.#settled = true;
      if (request.#headers !== null) keepFields(request.#headers);
      if (request.#content === undefined && (exchange.method === "GET" || !exchange.hasContent))
        request.#content = null;
    };
    keepRequest = (request) => {
      if (request.#exchange === null || request.#settled) return;
      request.#content ??= null;
      request.#settled = true;
    };
  }
}

/**
 * The request of a route. Its own members are those that Bun shows there; to programs its class is `Request`.
 * @see https://bun.com/docs/runtime/http/routing
 */
class RoutedRequest extends Request {
  /** Route parameters, decoded. */
  get params(): Params | undefined {
    return paramsOf(this) ?? undefined;
  }

  /** The cookies of the request; changes are applied to the reply. */
  get cookies(): CookieMap {
    return cookiesOf(this);
  }

  override clone(): Request {
    return super.clone();
  }
}

/** The type to show beside content that a user gave: text and bytes alone have none. */
function bodyTypeOf(content: Content, request: Request): string {
  return typeof content === "string" || content instanceof NativeBlob
    ? (request.headers.get("content-type") ?? "")
    : "";
}

standardise(Request, NativeRequest, isNativeRequest);
setLengths(Request.prototype, { clone: 1 });
// The runtime's own getters refuse our objects, and Bun has no such members.
for (const member of ["duplex", "isHistoryNavigation", "isReloadNavigation", "keepalive"]) {
  Object.defineProperty(Request.prototype, member, { get: () => undefined, configurable: true });
}
Reflect.deleteProperty(RoutedRequest.prototype, "constructor");
Object.defineProperty(RoutedRequest.prototype, "params", { enumerable: true });
Object.defineProperty(RoutedRequest.prototype, "cookies", { enumerable: true });
Object.defineProperty(RoutedRequest.prototype, Symbol.toStringTag, {
  value: "BunRequest",
  configurable: true,
});
