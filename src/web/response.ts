// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import type { HeaderList } from "../wire/exchange.js";
import { isUnreadable, isUsedStream, passBy, shortcut, streamOf, teeContent, usedStream } from "./body.js";
import { addReaders, type BodyReaders } from "./body-readers.js";
import { type Content, extractContent, impliedType, ownType } from "./content.js";
import { bodyDisturbed, streamTaken, typeError, wrongGetter, wrongThis } from "./errors.js";
import { copyHeaders, Headers, implyContentType, writeFields } from "./headers.js";
import { block, contentText, messageHead, showAs } from "./inspect.js";
import { JSON_TYPE, OCTET_STREAM, TEXT_TYPE } from "./media-type.js";
import { isGenuineResponse, isNativeResponse, NativeBlob, NativeResponse } from "./native.js";
import { setLengths, standardise } from "./standard-class.js";

/** Whether a handler returned a response, ours or the runtime's own. */
export let isResponse: (value: unknown) => value is globalThis.Response;
/** Ours for either: a native one is wrapped, its body moves over unread. */
export let adoptResponse: (value: globalThis.Response) => Response;
export let statusOf: (response: Response) => number;
/**
 * The header fields in Bun's order and letter case, without Content-Length and Transfer-Encoding.
 * `forHead`: the Content-Type that only the content implies is left out, as Bun does for HEAD.
 * `cookies`: further fields, sent after the response's own.
 */
export let fieldsOf: (response: Response, forHead: boolean, cookies?: HeaderList) => HeaderList;
/** The content, left in place; null once it was used. */
export let contentOf: (response: Response) => Content;
/** Whether the content is a stream that was not sent, be it used or not. */
export let isStreamed: (response: Response) => boolean;
/** The length of content that `fetch()` brought as it was sent; -1 when it is not known. */
export let fetchedLength: (response: Response) => number;
/** The name of the File that is the content; null for all other content. */
export let fileNameOf: (response: Response) => string | null;
/**
 * The content, marked as used.
 * @throws {TypeError} `ERR_BODY_ALREADY_USED` when it was used or is locked
 */
export let takeContent: (response: Response) => Content;

/** What only `fetch()` sets. */
interface Origin {
  readonly type: globalThis.Response["type"];
  readonly url: string;
  readonly redirected: boolean;
}

const NO_FIELDS: HeaderList = Object.freeze([]);
const TEXT_FIELDS: HeaderList = Object.freeze(["content-type", TEXT_TYPE]);
const BYTES_FIELDS: HeaderList = Object.freeze(["content-type", OCTET_STREAM]);
const JSON_FIELDS: HeaderList = Object.freeze(["Content-Type", JSON_TYPE]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function checkedStatus(given: unknown): number {
  const status = toInteger(given);
  if (status !== 101 && (status < 200 || status > 599)) {
    throw new RangeError(`The status provided (${status}) must be 101 or in the range of [200, 599]`);
  }
  return Number(status);
}

/** The smallest 64 bit integer is what Bun shows for NaN and the infinities. */
function toInteger(given: unknown): number | bigint {
  if (typeof given === "symbol") throw new TypeError("Cannot convert a symbol to a number");
  if (typeof given === "number" && !Number.isFinite(given)) return -(2n ** 63n);
  return Math.trunc(Number(given)) || 0;
}

/** `Response.json` does not check a status that is given alone; it fits it into 16 bits. */
function fitStatus(given: number): number {
  return Math.min(Math.max(Math.trunc(given) || 0, 0), 0xffff);
}

function stringify(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith("Converting circular structure")) {
      throw new TypeError("JSON.stringify cannot serialize cyclic structures.");
    }
    throw error;
  }
  if (text === undefined) throw new TypeError("Value is not JSON serializable");
  return text;
}

export interface Response extends BodyReaders {}

/**
 * The standard `Response` as Bun has it: any body, status 101, relative redirects.
 * @see https://fetch.spec.whatwg.org/#response-class
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: addReaders gives the class these methods
export class Response {
  #content: Content = null;
  #status = 200;
  #headers: Headers | null = null;
  /** Content-Type that comes with the body (forms, typed blobs), shown by `headers`. */
  #bodyType = "";
  #used = false;
  /** Whether it was the server that took the content. */
  #sent = false;
  #statusText = "";
  #origin: Origin | null = null;

  /**
   * @param body anything; what is no text, bytes, blob, form, stream or async iterable is sent as `String(body)`
   * @throws {RangeError} for a status that is neither 101 nor within 200–599
   * @throws {TypeError} for an init that is no object, bad header fields, a stream that was read
   */
  constructor(body?: unknown, init?: ResponseInit | null) {
    if (init !== undefined && init !== null) this.#initialise(init);
    if (typeof body === "string") this.#content = body;
    else if (body !== undefined && body !== null) {
      const { content, type } = extractContent(body);
      this.#content = content;
      if (type !== "") {
        this.#bodyType = type;
        if (this.#headers !== null) implyContentType(this.#headers, type);
      }
    }
  }

  #initialise(init: ResponseInit): void {
    if (typeof init !== "object" && typeof init !== "function") {
      throw typeError(
        "ERR_INVALID_ARG_TYPE",
        "Failed to construct 'Response': The provided body value is not of type 'ResponseInit'",
      );
    }
    const { headers, status, statusText } = init;
    if (headers !== undefined) {
      const given = new Headers(headers);
      // None at all is as good as no `headers`: an implied type stays implied.
      if (given.count > 0) this.#headers = given;
    }
    if (status !== undefined) this.#status = checkedStatus(status);
    if (statusText !== undefined && statusText !== null) {
      if (typeof statusText === "symbol") throw new TypeError("Cannot convert a symbol to a string");
      this.#statusText = String(statusText);
    }
  }

  /** A response with `value` as JSON; `init` may be a status alone. */
  static json(value?: unknown, init?: ResponseInit | number | null): Response {
    const response = new Response(
      arguments.length === 0 ? "" : stringify(value),
      typeof init === "object" ? init : undefined,
    );
    if (typeof init === "number") response.#status = fitStatus(init);
    if (response.#headers === null) response.#bodyType = JSON_TYPE;
    else implyContentType(response.#headers, JSON_TYPE);
    return response;
  }

  /**
   * A redirect, 302 unless told otherwise. Relative locations stay relative.
   * @throws {RangeError} for a status that is no redirect
   */
  static redirect(url?: string | URL, init?: ResponseInit | number | null): Response {
    const isInit = (typeof init === "object" && init !== null) || typeof init === "function";
    const response = new Response(null, isInit ? init : undefined);
    if (typeof init === "number") response.#status = Math.trunc(init);
    else if (!isInit) response.#status = 302;
    // Without a status of its own an init leaves the 200 of any response.
    if (!REDIRECTS.has(response.#status) && !(isInit && response.#status === 200)) {
      throw new RangeError("Failed to execute 'redirect' on 'Response': Invalid status code");
    }
    if (typeof url === "symbol") throw new TypeError("Cannot convert a symbol to a string");
    const location = arguments.length === 0 ? "" : String(url);
    if (location !== "") {
      response.#headers ??= new Headers();
      response.#headers.set("Location", URL.canParse(location) ? new URL(location).href : location);
    }
    return response;
  }

  /** A response that stands for a network error: status 0. */
  static error(): Response {
    const response = new Response();
    response.#status = 0;
    return response;
  }

  get status(): number {
    if (!(#status in this)) throw wrongGetter("Response", "status");
    return this.#status;
  }

  /** Whether the status is within 200–299. */
  get ok(): boolean {
    if (!(#status in this)) throw wrongGetter("Response", "ok");
    return this.#status >= 200 && this.#status <= 299;
  }

  get statusText(): string {
    if (!(#status in this)) throw wrongGetter("Response", "statusText");
    return this.#statusText;
  }

  get type(): globalThis.Response["type"] {
    if (!(#status in this)) throw wrongGetter("Response", "type");
    return this.#origin?.type ?? (this.#status < 200 ? "error" : "default");
  }

  get url(): string {
    if (!(#status in this)) throw wrongGetter("Response", "url");
    return this.#origin?.url ?? "";
  }

  get redirected(): boolean {
    if (!(#status in this)) throw wrongGetter("Response", "redirected");
    return this.#origin?.redirected ?? false;
  }

  get headers(): Headers {
    if (!(#status in this)) throw wrongGetter("Response", "headers");
    return this.#ownHeaders();
  }

  #ownHeaders(): Headers {
    if (this.#headers === null) {
      this.#headers = new Headers();
      if (this.#bodyType !== "") implyContentType(this.#headers, this.#bodyType);
      // A field of its own from now on: when it is deleted, nothing implies it any more.
      if (this.#isJson()) this.#bodyType = "";
    }
    return this.#headers;
  }

  /** Made by `Response.json`, and nobody asked for its headers yet. */
  #isJson(): boolean {
    if (this.#bodyType !== JSON_TYPE) return false;
    return typeof this.#content === "string" || shortcut(this.#content) instanceof Uint8Array;
  }

  get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    if (!(#status in this)) throw wrongGetter("Response", "body");
    if (this.#content === null) return null;
    const stream =
      this.#used && !(this.#content instanceof ReadableStream) ? usedStream() : streamOf(this.#content);
    this.#content = stream;
    return stream;
  }

  get bodyUsed(): boolean {
    if (!(#status in this)) throw wrongGetter("Response", "bodyUsed");
    return this.#isUsed();
  }

  #isUsed(): boolean {
    return this.#used || (this.#content instanceof ReadableStream && isUsedStream(this.#content));
  }

  #unreadable(): boolean {
    return this.#used || (this.#content instanceof ReadableStream && isUnreadable(this.#content));
  }

  #take(): Content {
    if (this.#content === null) return null;
    this.#used = true;
    return passBy(this.#content);
  }

  clone(): Response {
    if (!(#status in this)) throw wrongThis("Response", this);
    if (this.#unreadable()) throw bodyDisturbed();
    const copy = new Response();
    [this.#content, copy.#content] = teeContent(this.#content);
    copy.#status = this.#status;
    copy.#statusText = this.#statusText;
    copy.#bodyType = this.#bodyType;
    copy.#origin = this.#origin;
    if (this.#headers !== null) copy.#headers = copyHeaders(this.#headers);
    return copy;
  }

  declare readonly [Symbol.toStringTag]: string;

  static {
    addReaders<Response>(Response.prototype, {
      name: "Response",
      has: (value): value is Response => typeof value === "object" && value !== null && #status in value,
      isUnreadable: (response) => response.#unreadable(),
      isUsed: (response) => response.#isUsed(),
      take: (response) => response.#take(),
      typeOf: (response) =>
        (response.#headers?.get("content-type") ?? response.#bodyType) || ownType(response.#content),
    });
    isResponse = (value): value is globalThis.Response =>
      typeof value === "object" && value !== null && (#status in value || isGenuineResponse(value));
    adoptResponse = (value) => {
      if (#status in value) return value;
      const native: globalThis.Response = value;
      const response = new Response();
      response.#headers = new Headers(native.headers);
      response.#status = native.status;
      response.#statusText = native.statusText;
      response.#origin = { type: native.type, url: native.url, redirected: native.redirected };
      response.#content = native.body;
      response.#used = native.bodyUsed;
      response.#sent = native.bodyUsed;
      return response;
    };
    showAs(Response.prototype, (response, show) => {
      if (!(#status in response)) return "Response {}";
      // As in Bun: of a stream it is not told here.
      const used = response.#used && !(response.#content instanceof ReadableStream);
      const content = response.#used ? null : response.#content;
      const lines = [
        `ok: ${response.ok},`,
        `url: ${JSON.stringify(response.url)},`,
        `status: ${response.#status},`,
        `statusText: ${JSON.stringify(response.#statusText)},`,
        `headers: ${show(response.#ownHeaders())},`,
        `redirected: ${response.redirected},`,
        `bodyUsed: ${used}`,
      ];
      const shown = contentText(content, response.#bodyType, show);
      if (shown !== "") {
        lines[lines.length - 1] += ",";
        lines.push(shown);
      }
      return `${messageHead("Response", content)} ${block(lines)}`;
    });
    statusOf = (response) => response.#status;
    contentOf = (response) => (response.#unreadable() ? null : shortcut(response.#content));
    isStreamed = (response) => response.#content instanceof ReadableStream && !response.#sent;
    fetchedLength = (response) => {
      const headers = response.#origin === null ? null : response.#headers;
      if (!headers?.has("content-length") || headers.has("content-encoding")) return -1;
      return Number(headers.get("content-length"));
    };
    fileNameOf = (response) => {
      const content = response.#content;
      return content instanceof NativeBlob && content instanceof File ? content.name : null;
    };
    takeContent = (response) => {
      if (response.#unreadable()) {
        const content = response.#content;
        if (content instanceof ReadableStream && !response.#sent) {
          if (response.#used || content.locked) throw streamTaken();
          // Somebody read a part and let go: the rest is sent.
          response.#sent = true;
          response.#used = true;
          return content;
        }
        throw typeError(
          "ERR_BODY_ALREADY_USED",
          "Response body already used. A Response body can only be sent once; create a new Response for each request.",
        );
      }
      response.#sent = true;
      return response.#take();
    };
    fieldsOf = (response, forHead, cookies = NO_FIELDS) => {
      const headers = response.#headers;
      const content = response.#content;
      const json = headers === null && response.#isJson();
      if (headers === null && cookies.length === 0) {
        if (json) return JSON_FIELDS;
        if (forHead || content === null) return NO_FIELDS;
        if (typeof content === "string" && response.#bodyType === "") {
          return content === "" ? NO_FIELDS : TEXT_FIELDS;
        }
        if (content instanceof Uint8Array) return content.length === 0 ? NO_FIELDS : BYTES_FIELDS;
      }
      const fields: string[] = [];
      if (headers !== null) writeFields(headers, fields);
      else if (json) fields.push(...JSON_FIELDS);
      if (cookies.length > 0) fields.push(...cookies);
      if (!forHead && !json && !headers?.get("content-type")) {
        const type = response.#bodyType || impliedType(content, shortcut(content));
        if (type !== "") fields.push("content-type", type);
      }
      return fields;
    };
  }
}

standardise(Response, NativeResponse, isNativeResponse);
setLengths(Response, { json: 0, redirect: 0 });
setLengths(Response.prototype, { clone: 1 });
