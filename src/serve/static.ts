import type { Content } from "../web/content.js";
import { isGenuineResponse } from "../web/native.js";
import { adoptResponse, contentOf, fieldsOf, type Response, statusOf } from "../web/response.js";
import type { Exchange, HeaderList, PreparedReply } from "../wire/exchange.js";
import type { Wire } from "../wire/wire.js";
import { invalidOption } from "./errors.js";
import { contentETag } from "./etag.js";
import { checkPreconditions, isConditional, type Validators } from "./preconditions.js";
import { fieldValue, sortedFields } from "./sorted-fields.js";
import { isEmptyStream } from "./stream.js";

/**
 * A Response as a route value: its bytes and fields are prepared once, and every request gets the same ones
 * (docs/runtime/http/routing.mdx, "Static responses").
 */
export class StaticReply {
  private reply: PreparedReply | null = null;
  /** The replies without content to conditional requests; null where Bun never gives them. */
  private conditional: ConditionalReplies | null = null;
  private readonly preparing: Promise<void>;
  private readonly asked: boolean;

  /**
   * @param asked whether conditions of a request count
   * @throws {TypeError} for a Response that was used, is an error, or whose body is a stream
   */
  constructor(response: globalThis.Response, wire: Wire, asked = true) {
    this.asked = asked;
    const ours = adoptResponse(response);
    const status = statusOf(ours);
    if (status === 0) throw invalidOption(STATUS_ZERO);
    if (ours.bodyUsed) throw invalidOption("Response body has already been used");
    const content = contentOf(ours);
    // A stream that somebody else holds.
    if (content === null && ours.body !== null) throw invalidOption(NOT_BUFFERED);
    const fields = sortedFields(staticFields(ours, content));
    if (content instanceof ReadableStream && isConstructedNative(response)) {
      // Of a copy: the same Response may stand in several routes, and in those of a reload.
      this.preparing = response
        .clone()
        .arrayBuffer()
        .then((buffer) => this.prepare(wire, status, fields, new Uint8Array(buffer)));
    } else if (content === null || typeof content === "string" || content instanceof Uint8Array) {
      const bytes = typeof content === "string" ? Buffer.from(content) : (content ?? new Uint8Array(0));
      this.preparing = this.prepare(wire, status, fields, Uint8Array.from(bytes));
    } else if (content instanceof Blob) {
      this.preparing = content
        .arrayBuffer()
        .then((buffer) => this.prepare(wire, status, fields, new Uint8Array(buffer)));
    } else if (isEmptyStream(content)) {
      this.preparing = this.prepare(wire, status, fields, new Uint8Array(0));
    } else {
      throw invalidOption(NOT_BUFFERED);
    }
  }

  send(exchange: Exchange): void {
    const reply = this.reply;
    if (reply === null) {
      this.sendLater(exchange);
      return;
    }
    const { conditional } = this;
    if (
      conditional !== null &&
      (exchange.method === "GET" || exchange.method === "HEAD") &&
      isConditional(exchange)
    ) {
      const condition = checkPreconditions(exchange, conditional.validators);
      exchange.replyPrepared(condition === 200 ? reply : conditional[condition]);
    } else {
      exchange.replyPrepared(reply);
    }
  }

  // Only the requests of the first milliseconds: the hash function is still being loaded.
  private sendLater(exchange: Exchange): void {
    exchange.detach();
    this.preparing.then(
      () => this.send(exchange),
      () => exchange.close(),
    );
  }

  private async prepare(wire: Wire, status: number, fields: HeaderList, bytes: Uint8Array): Promise<void> {
    const own = fieldValue(fields, "etag");
    const etag = own ?? (bytes.length > 0 ? await contentETag(bytes) : null);
    const sent = own === null && etag !== null ? [...fields, "etag", etag] : fields;
    if (status === 200 && this.asked) {
      const lastModified = fieldValue(fields, "last-modified");
      const validators: Validators = { etag: etag === "" ? null : etag, lastModified, starNeedsTag: true };
      this.conditional = {
        validators,
        304: wire.prepare(304, sent, null),
        412: wire.prepare(412, sent, null),
      };
    }
    this.reply = wire.prepare(status, sent, bytes);
  }
}

interface ConditionalReplies {
  readonly validators: Validators;
  readonly 304: PreparedReply;
  readonly 412: PreparedReply;
}

/**
 * Whether the program made this with Node's own class, as users of the library do: whatever its body was made
 * from, it shows as a stream. What `fetch()` gave has another type.
 */
function isConstructedNative(response: globalThis.Response): boolean {
  return isGenuineResponse(response) && response.type === "default";
}

/** The fields of the Response; a type that is only guessed from bytes is not sent here. */
function staticFields(response: Response, content: Content): HeaderList {
  const bare = fieldsOf(response, true);
  if (fieldValue(bare, "content-type") !== null) return bare;
  const fields = fieldsOf(response, false);
  if (content instanceof Blob) return content.type === "" ? bare : fields;
  const isGuessed = fieldValue(fields, "content-type") === "application/octet-stream";
  return content instanceof Uint8Array && isGuessed ? bare : fields;
}

const NOT_BUFFERED =
  "Body must be fully buffered before it can be used in a static route. Consider calling new Response(await response.blob()) to buffer the body.";
const STATUS_ZERO =
  "Cannot use a Response with status 0 as a static route. HTTP status codes must be between 100 and 999 (Response.error() returns status 0).";
