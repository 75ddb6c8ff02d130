import type { Exchange, HeaderList, ReplyWriter } from "../wire/exchange.js";

/** What can be sent piece by piece. */
export type PieceSource = ReadableStream<unknown> | AsyncIterable<unknown>;

/**
 * Sends what a stream gives. One that is complete with its first piece is sent whole, with its length.
 * @throws what the source throws before its first piece; later errors cut the connection, for the client must notice
 */
export async function sendStream(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  source: PieceSource,
): Promise<void> {
  const pieces = iteratorOf(source);
  exchange.onAbort(() => stop(pieces));
  const first = await pieces.next();
  if (exchange.aborted) return;
  if (first.done) {
    exchange.reply(status, fields, null);
    return;
  }
  const second = pieces.next();
  const settled = await settledSoon(second);
  if (exchange.aborted) return;
  if (settled?.done) {
    exchange.reply(status, fields, asPiece(first.value));
    return;
  }
  const writer = exchange.stream(status, fields, -1);
  try {
    await write(exchange, writer, first.value);
    for (let next = await second; !next.done && !exchange.aborted; next = await pieces.next()) {
      await write(exchange, writer, next.value);
    }
    writer.end();
  } catch {
    exchange.close();
  }
}

/** Tells a source that nobody reads it. */
export function cancelStream(source: PieceSource): void {
  stop(iteratorOf(source));
}

function iteratorOf(source: PieceSource): AsyncIterator<unknown> {
  return source[Symbol.asyncIterator]();
}

function stop(pieces: AsyncIterator<unknown>): void {
  // The reply is over: there is nobody left to tell of an error in the source's clean-up.
  pieces.return?.().catch(() => {});
}

/** The result of a promise that is settled once the microtasks queued now have run. */
async function settledSoon<T>(promise: Promise<T>): Promise<T | null> {
  return Promise.race([promise, new Promise<null>((resolve) => setImmediate(() => resolve(null)))]);
}

async function write(exchange: Exchange, writer: ReplyWriter, value: unknown): Promise<void> {
  if (writer.write(asPiece(value)) || exchange.aborted) return;
  await new Promise<void>((resolve) => {
    writer.onDrain(resolve);
    exchange.onAbort(resolve);
  });
}

function asPiece(value: unknown): string | Uint8Array {
  if (typeof value === "string" || value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return String(value);
}
