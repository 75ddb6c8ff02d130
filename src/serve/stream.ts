import { Readable } from "node:stream";
import { runInEmptyContext } from "../async/context.js";
import { isErroredStream, isIncomingStream, isReadableStream } from "../web/body.js";
import { directSourceOf } from "../web/direct-stream.js";
import { connectionClosed } from "../web/incoming.js";
import type { Exchange, HeaderList } from "../wire/exchange.js";
import { sendDirect } from "./direct-sink.js";
import { cutReply } from "./error-reply.js";
import { PieceWriter, pieceOf } from "./piece-writer.js";

/** What can be sent piece by piece. */
export type PieceSource = ReadableStream<unknown> | AsyncIterable<unknown>;

/**
 * Sends what a stream gives, and resolves when it is over. Never rejects: an error of the source, be it before
 * the first piece, is printed and cuts the connection, as in Bun, for the client must notice.
 */
export function sendStream(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  source: PieceSource,
): Promise<void> {
  const writer = new PieceWriter(exchange, status, fields);
  const direct = source instanceof ReadableStream ? directSourceOf(source) : null;
  // Sources that write by themselves know nothing of who asked for them: in Bun, native code calls them.
  if (direct !== null) return runInEmptyContext(sendDirect, null, exchange, writer, direct);
  if (source instanceof ReadableStream) return sendReadable(exchange, writer, source);
  return runInEmptyContext(sendIterable, null, exchange, writer, source);
}

/** Tells a source that nobody reads it. */
export function cancelStream(source: PieceSource): void {
  if (source instanceof ReadableStream) source.cancel().catch(ignore);
  else if (source instanceof Readable) source.destroy();
  else stop(piecesOf(source));
}

/** Whether a stream is known to have no content. */
export function isEmptyStream(source: PieceSource): boolean {
  return source instanceof ReadableStream && !isReadableStream(source) && !isErroredStream(source);
}

async function sendReadable(
  exchange: Exchange,
  writer: PieceWriter,
  stream: ReadableStream<unknown>,
): Promise<void> {
  // Bun passes on at once what another client sends.
  const atOnce = isIncomingStream(stream);
  const reader = stream.getReader();
  exchange.onAbort(() => {
    writer.abandon();
    reader.cancel(connectionClosed()).catch(ignore);
  });
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      const more = writer.write(pieceOf(step.value));
      if (atOnce) writer.flush();
      if (!more) await writer.room();
      if (writer.over) break;
    }
    finish(exchange, writer);
    // A reply that was refused meanwhile: nobody reads the rest.
    if (!exchange.aborted) reader.cancel().catch(ignore);
  } catch (error) {
    cutReply(exchange, error);
    reader.cancel(error).catch(ignore);
  }
}

async function sendIterable(
  exchange: Exchange,
  writer: PieceWriter,
  source: AsyncIterable<unknown>,
): Promise<void> {
  const pieces = piecesOf(source);
  exchange.onAbort(() => {
    writer.abandon();
    stop(pieces);
  });
  try {
    for (;;) {
      const step: unknown = await pieces.next();
      // What is no result would be one without an end.
      if (!isResult(step)) throw new TypeError("Iterator result interface is not an object.");
      if (step.done === true) break;
      if (!writer.write(pieceOf(step.value ?? ""))) await writer.room();
      if (writer.over) break;
    }
    if (!exchange.aborted) stop(pieces);
    finish(exchange, writer);
  } catch (error) {
    stop(pieces);
    cutReply(exchange, error);
  }
}

function piecesOf(source: AsyncIterable<unknown>): AsyncIterator<unknown> {
  const pieces = source[Symbol.asyncIterator]();
  if (typeof pieces?.next !== "function") throw new TypeError("Expected an async generator");
  return pieces;
}

function isResult(step: unknown): step is IteratorResult<unknown> {
  return typeof step === "object" && step !== null;
}

function finish(exchange: Exchange, writer: PieceWriter): void {
  if (!exchange.aborted) writer.end();
}

function stop(pieces: AsyncIterator<unknown>): void {
  attempt(() => pieces.return?.(undefined));
}

/** The reply is over: there is nobody left to tell of an error in the source's clean-up. */
function attempt(cleanUp: () => unknown): void {
  try {
    const result = cleanUp();
    if (result instanceof Promise) result.catch(ignore);
  } catch {}
}

function ignore(): void {}
