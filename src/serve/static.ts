import { adoptResponse, contentOf, fieldsOf, statusOf } from "../web/response.js";
import type { Exchange, HeaderList, PreparedReply } from "../wire/exchange.js";
import type { Wire } from "../wire/wire.js";
import { invalidOption } from "./errors.js";
import { contentETag, matchesETag } from "./etag.js";
import { fieldValue, sortedFields } from "./sorted-fields.js";

/**
 * A Response as a route value: its bytes and fields are prepared once, and every request gets the same ones
 * (docs/runtime/http/routing.mdx, "Static responses").
 */
export class StaticReply {
  private reply: PreparedReply | null = null;
  /** The reply to a request whose `If-None-Match` names our tag; null where Bun never gives one. */
  private notModified: PreparedReply | null = null;
  private etag = "";
  private readonly preparing: Promise<void>;

  /** @throws {TypeError} for a Response that was used, is an error, or whose body is a stream */
  constructor(response: globalThis.Response, wire: Wire) {
    const ours = adoptResponse(response);
    const status = statusOf(ours);
    if (status === 0) throw invalidOption(STATUS_ZERO);
    if (ours.bodyUsed) throw invalidOption("Response body has already been used");
    const content = contentOf(ours);
    const fields = sortedFields(fieldsOf(ours, false));
    if (content === null || typeof content === "string" || content instanceof Uint8Array) {
      const bytes = typeof content === "string" ? Buffer.from(content) : (content ?? new Uint8Array(0));
      this.preparing = this.prepare(wire, status, fields, Uint8Array.from(bytes));
    } else if (content instanceof Blob) {
      this.preparing = content
        .arrayBuffer()
        .then((buffer) => this.prepare(wire, status, fields, new Uint8Array(buffer)));
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
    const { notModified } = this;
    if (notModified !== null && (exchange.method === "GET" || exchange.method === "HEAD")) {
      const field = exchange.header("if-none-match");
      if (field !== null && matchesETag(field, this.etag)) {
        exchange.replyPrepared(notModified);
        return;
      }
    }
    exchange.replyPrepared(reply);
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
    this.etag = fieldValue(fields, "etag") ?? "";
    let sent = fields;
    if (this.etag === "" && bytes.length > 0) {
      this.etag = await contentETag(bytes);
      sent = [...fields, "etag", this.etag];
    }
    if (this.etag !== "" && status === 200) this.notModified = wire.prepare(304, sent, null);
    this.reply = wire.prepare(status, sent, bytes);
  }
}

const NOT_BUFFERED =
  "Body must be fully buffered before it can be used in a static route. Consider calling new Response(await response.blob()) to buffer the body.";
const STATUS_ZERO =
  "Cannot use a Response with status 0 as a static route. HTTP status codes must be between 100 and 999 (Response.error() returns status 0).";
