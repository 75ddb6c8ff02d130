import { passBy, streamedBytes } from "./body.js";
import type { Bytes } from "./bytes.js";
import { type Content, isAsyncIterable } from "./content.js";
import { Headers } from "./headers.js";
import { isNativeRequest, NativeRequest } from "./native.js";
import { isOwnRequest } from "./request.js";

/** Fields that belong to a connection: whoever passes a request on brings those of another one. */
const CONNECTION_FIELDS = ["connection", "expect", "keep-alive", "transfer-encoding", "upgrade"];

/** Fields as the runtime's own `fetch` takes them: it refuses those that it sets itself. */
function outgoingFields(given: HeadersInit): [name: string, value: string][] {
  const headers = new Headers(given);
  for (const name of CONNECTION_FIELDS) headers.delete(name);
  return [...headers];
}

/** Content as the runtime's own `fetch` takes it: streams of bytes only; what is all there is sent with its length. */
function outgoingBody(content: Content): Bytes | string | Blob | ReadableStream<Bytes> | null {
  const source = passBy(content);
  if (source instanceof ReadableStream) return bytesOf(source.values());
  if (typeof source === "object" && source !== null && isAsyncIterable(source)) {
    return bytesOf(source[Symbol.asyncIterator]());
  }
  return source;
}

const streaming = new WeakSet<object>();

/** Remembers of a request for the runtime's own `fetch` that its content is a stream: nothing shows it. */
function noteStreaming<T extends object>(request: T, content: unknown): T {
  if (content instanceof ReadableStream) streaming.add(request);
  return request;
}

/** Whether what `fetch` was given sends content that comes bit by bit, and has no length of its own. */
export function isStreaming(input: unknown, init: RequestInit | undefined): boolean {
  const body = init?.body ?? null;
  if (body !== null) return body instanceof ReadableStream;
  return typeof input === "object" && input !== null && streaming.has(input);
}

/** A request of ours as one of the runtime's own kind, for its `fetch`; others are what they are. */
export function toNativeRequest(request: globalThis.Request): globalThis.Request {
  if (!isOwnRequest(request)) return request;
  const { method, url, body, redirect } = request;
  const hasBody = body !== null && method !== "GET" && method !== "HEAD";
  const content = hasBody ? outgoingBody(body) : null;
  const outgoing = new NativeRequest(url, {
    method,
    headers: outgoingFields(request.headers),
    redirect,
    signal: request.signal,
    ...(content === null ? {} : { body: content, duplex: "half" }),
  });
  return noteStreaming(outgoing, content);
}

/** What a program gives `fetch()`, as the runtime's own takes it. */
export function outgoingInit(init: RequestInit): RequestInit {
  const { body, headers } = init;
  if (isNativeRequest(init)) {
    const { method, redirect, signal } = init;
    return outgoingInit({ method, headers: init.headers, body: init.body, redirect, signal });
  }
  const streams = typeof body === "object" && body !== null && isAsyncIterable(body);
  const isText = typeof body === "string";
  if (!streams && !isText && headers === undefined) return init;
  return {
    ...init,
    ...(headers === undefined ? {} : { headers: outgoingFields(headers) }),
    ...(streams ? { body: outgoingBody(body), duplex: "half" } : {}),
    // Bun sends no Content-Type that nobody gave with text; the runtime's own `fetch` sends none with bytes.
    ...(isText ? { body: Buffer.from(body) } : {}),
  };
}

function bytesOf(pieces: AsyncIterator<unknown>): ReadableStream<Bytes> {
  return new ReadableStream({
    async pull(controller) {
      const step = await pieces.next();
      if (step.done === true) controller.close();
      else controller.enqueue(streamedBytes(step.value));
    },
    async cancel(reason) {
      await pieces.return?.(reason);
    },
  });
}
