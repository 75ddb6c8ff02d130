import { type FileRange, fileRangeOf } from "../bun/file.js";
import type { Content } from "../web/content.js";
import {
  contentOf,
  fetchedLength,
  fieldsOf,
  fileNameOf,
  isStreamed,
  type Response,
  statusOf,
  takeContent,
} from "../web/response.js";
import type { Exchange, HeaderList } from "../wire/exchange.js";
import { disposition, sendFile } from "./files.js";
import { cancelStream, isEmptyStream, sendStream } from "./stream.js";

/**
 * Sends a Response, and with it `cookies`: fields that the request's handler set. A promise only for content
 * that is not at hand (large files, blobs, streams).
 * @throws {Error} for status 0, and `ERR_BODY_ALREADY_USED` for a Response that was sent or read before
 */
export function sendResponse(
  exchange: Exchange,
  response: Response,
  cookies: HeaderList,
): Promise<void> | undefined {
  const status = statusOf(response);
  if (status === 0) throw new Error(STATUS_ZERO);
  if (hasNoContent(status)) {
    drop(takeContent(response));
    exchange.reply(status, fieldsOf(response, true, cookies), null);
    return undefined;
  }
  if (exchange.method === "HEAD")
    return sendHead(exchange, status, response, fieldsOf(response, true, cookies));
  // Asked before the content is taken: an implied type depends on it.
  const fields = fieldsOf(response, false, cookies);
  const name = fileNameOf(response);
  const content = takeContent(response);
  if (typeof content === "string" || content === null || content instanceof Uint8Array) {
    exchange.reply(status, fields, content);
    return undefined;
  }
  if (content instanceof Blob) {
    const range = fileRangeOf(content);
    if (range === null) {
      return sendBlob(
        exchange,
        status,
        name === null ? fields : [...fields, ...disposition(fields, name)],
        content,
      );
    }
    // What is said of a range that cannot be had sets no cookies.
    const bare = fieldsOf(response, true);
    return sendFileContent(exchange, status, fields, bare, content, range);
  }
  exchange.detach();
  return sendStream(exchange, status, fields, content);
}

async function sendBlob(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  content: Blob,
): Promise<void> {
  exchange.detach();
  exchange.reply(status, fields, new Uint8Array(await content.arrayBuffer()));
}

function sendFileContent(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  bare: HeaderList,
  content: Blob,
  range: FileRange,
): Promise<void> | undefined {
  let finished = false;
  let finish = (): void => {
    finished = true;
  };
  if (!sendFile(exchange, status, fields, bare, range, () => finish())) {
    exchange.detach();
    return sendStream(exchange, status, [...fields, ...disposition(fields, range.path)], content.stream());
  }
  if (finished) return undefined;
  return new Promise((resolve) => {
    finish = resolve;
  });
}

/** HEAD: the fields that GET would have, but for an implied type; the content is not read. */
function sendHead(
  exchange: Exchange,
  status: number,
  response: Response,
  fields: HeaderList,
): Promise<void> | undefined {
  const content = contentOf(response);
  // As in Bun: what was asked for by HEAD is used, but for blobs.
  if (content !== null && !(content instanceof Blob)) takeContent(response);
  if (content === null || typeof content === "string" || content instanceof Uint8Array) {
    if (content === null || content.length === 0)
      exchange.replyHead(status, fields, claimedLength(response, content));
    else exchange.reply(status, fields, content);
    return undefined;
  }
  if (!(content instanceof Blob)) {
    const length = isEmptyStream(content) ? 0 : fetchedLength(response);
    cancelStream(content);
    exchange.replyHead(status, fields, length);
    return undefined;
  }
  const range = fileRangeOf(content);
  if (range === null) {
    exchange.replyHead(status, fields, content.size);
    return undefined;
  }
  try {
    sendFile(exchange, status, fields, fields, range, () => {});
  } catch {
    // Bun says nothing of a missing file here.
    exchange.reply(status, fields, null);
  }
  return undefined;
}

/**
 * A handler that makes no content for HEAD may still say how long GET's would be: -1 for chunks, of which a stream
 * that somebody else reads would be made.
 */
function claimedLength(response: Response, content: Content): number {
  const { headers } = response;
  if ((content === null && isStreamed(response)) || headers.get("transfer-encoding")) return -1;
  return Number(headers.get("content-length") ?? 0) || 0;
}

/** Statuses whose replies Bun sends without content and without the type that the content implies. */
function hasNoContent(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** Tells the content of a response that nobody is there to read it. */
export function dropResponse(response: Response): void {
  const content = contentOf(response);
  if (content instanceof ReadableStream) drop(takeContent(response));
}

function drop(content: Content): void {
  if (
    content === null ||
    typeof content === "string" ||
    content instanceof Uint8Array ||
    content instanceof Blob
  )
    return;
  cancelStream(content);
}

const STATUS_ZERO =
  "Cannot send a Response with status 0. HTTP status codes must be between 100 and 999 (Response.error() returns status 0).";
