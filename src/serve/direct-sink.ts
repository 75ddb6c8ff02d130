// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import type { DirectSource } from "../web/direct-stream.js";
import { typeError } from "../web/errors.js";
import { connectionClosed } from "../web/incoming.js";
import type { Exchange } from "../wire/exchange.js";
import { cutReply } from "./error-reply.js";
import { NO_PIECE, type PieceWriter, pieceOf, textSize } from "./piece-writer.js";

/** Bun has a class for each scheme; its methods take no sink of the other. */
const DirectSink = defineSink("HTTPResponseSink");
const SecureDirectSink = defineSink("HTTPSResponseSink");

/**
 * What a direct stream writes to when it is the content of a reply
 * (docs/runtime/streams.mdx, "Direct ReadableStream"). It waits for nobody.
 */
function defineSink(name: string) {
  class DirectSink {
    readonly #exchange: Exchange;
    readonly #writer: PieceWriter;
    readonly #finished: () => void;
    #closed = false;
    /** In UTF-8. */
    #written = 0;
    #room: Promise<void> | null = null;

    // What a method taken off its object has as `this` may be no object at all.
    static #is(value: unknown): value is DirectSink {
      return typeof value === "object" && value !== null && #written in value;
    }

    constructor(exchange: Exchange, writer: PieceWriter, finished: () => void) {
      this.#exchange = exchange;
      this.#writer = writer;
      this.#finished = finished;
    }

    get sinkId(): number {
      return 0;
    }

    start(): void {}

    /** Takes text, a view or a buffer; returns how many bytes that was, once the client has room for more. */
    write(piece?: unknown): number | Promise<number> {
      if (!DirectSink.#is(this)) throw typeError("ERR_INVALID_THIS", `Expected ${name}`);
      if (this.#closed) throw sinkClosed(name);
      if (arguments.length === 0) throw typeError("ERR_MISSING_ARGS", NO_PIECE);
      if (piece === null || piece === undefined) throw typeError("ERR_STREAM_NULL_VALUES", NO_PIECE);
      const taken = pieceOf(piece instanceof String ? String(piece) : piece);
      if (this.#writer.over) return 0;
      this.#writer.write(taken);
      this.#written += typeof taken === "string" ? Buffer.byteLength(taken) : taken.length;
      return this.#whenTaken(typeof taken === "string" ? textSize(taken) : taken.length);
    }

    /** Sends what was gathered; returns how many bytes that was, once the client has room for more. */
    flush(): number | Promise<number> {
      if (!DirectSink.#is(this)) throw typeError("ERR_INVALID_THIS", `Expected ${name}`);
      if (this.#closed) throw sinkClosed(name);
      return this.#writer.over ? 0 : this.#whenTaken(this.#writer.flush());
    }

    /** Ends the reply; returns how many bytes it had. */
    end(): number | undefined {
      if (!DirectSink.#is(this)) throw new TypeError(`Expected JSReadable${name}Controller`);
      if (this.#closed || this.#writer.over) return undefined;
      this.#closed = true;
      this.#writer.end();
      this.#finished();
      return this.#written;
    }

    /** Ends the reply; with a reason it is cut off, for the client must notice. */
    close(reason?: unknown): void {
      if (!DirectSink.#is(this)) throw new TypeError(`Expected JSReadable${name}Controller`);
      if (this.#closed || !reason) {
        this.end();
        return;
      }
      this.#closed = true;
      this.#finished();
      cutReply(this.#exchange, reason);
    }

    #whenTaken(bytes: number): number | Promise<number> {
      if (!this.#writer.full) return bytes;
      this.#room ??= this.#writer.room().then(() => {
        this.#room = null;
      });
      return this.#room.then(() => bytes);
    }

    declare readonly [Symbol.toStringTag]: string;
  }

  Object.defineProperty(DirectSink.prototype, Symbol.toStringTag, {
    value: `Readable${name}Controller`,
    configurable: true,
  });
  // Bun's has no class of its own.
  Reflect.deleteProperty(DirectSink.prototype, "constructor");
  return DirectSink;
}

/** Lets a direct source write the reply; resolves when it is over. */
export function sendDirect(exchange: Exchange, writer: PieceWriter, source: DirectSource): Promise<void> {
  return new Promise((resolve) => {
    let over = false;
    const sink = new (exchange.secure ? SecureDirectSink : DirectSink)(exchange, writer, () => {
      over = true;
      resolve();
    });
    exchange.onAbort(() => {
      writer.abandon();
      resolve();
      // A source that failed or ended needs no cancelling.
      if (!over) cancel(source);
    });
    const fail = (error: unknown): void => {
      if (over) return;
      if (error) {
        sink.close(error);
        return;
      }
      // Nothing was thrown, and that is an error, too; without a reason the sink would end as if all were well.
      over = true;
      resolve();
      cutReply(exchange, error);
    };
    try {
      const pulled: unknown = source.pull?.(sink);
      if (pulled instanceof Promise) pulled.then(() => sink.end(), fail);
    } catch (error) {
      fail(error);
    }
  });
}

/** The reply is over: there is nobody left to tell of an error in the source's clean-up. */
function cancel(source: DirectSource): void {
  try {
    const result: unknown = source.cancel?.(connectionClosed());
    if (result instanceof Promise) result.catch(() => {});
  } catch {}
}

function sinkClosed(name: string): Error {
  return new Error(
    `This ${name} has already been closed. A "direct" ReadableStream terminates its underlying socket once \`async pull()\` returns.`,
  );
}
