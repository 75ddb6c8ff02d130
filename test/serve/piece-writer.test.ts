import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PieceWriter, textSize } from "../../src/serve/piece-writer.js";
import type { ReplyWriter } from "../../src/wire/exchange.js";
import { TestExchange } from "../web/exchange.js";

/** An exchange that keeps its reply: chunks as they were written, or the whole content. */
class KeptExchange extends TestExchange {
  chunks: Buffer[] = [];
  whole: Buffer | null = null;
  ended = false;
  /** What `write` answers. */
  takes = true;
  drain = (): void => {};

  override reply(..._: unknown[]): void {
    const content = _[2];
    this.whole =
      content === null
        ? Buffer.alloc(0)
        : Buffer.from(content instanceof Uint8Array ? content : String(content));
    this.replied = true;
  }

  override stream(): ReplyWriter {
    return {
      write: (piece) => {
        this.chunks.push(Buffer.from(piece));
        return this.takes;
      },
      flush() {},
      onDrain: (listener) => {
        this.drain = listener;
      },
      end: () => {
        this.ended = true;
        this.replied = true;
      },
    };
  }

  get content(): Buffer {
    return this.whole ?? Buffer.concat(this.chunks);
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("PieceWriter", () => {
  it("sends small pieces whole when the end comes in the same turn", () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    writer.write("a");
    writer.write(new Uint8Array([66]));
    writer.end();
    expect(String(exchange.whole)).toBe("aB");
    expect(exchange.chunks).toEqual([]);
  });

  it("sends what waits at the end of the turn", async () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    writer.write("a");
    writer.write("b");
    expect(exchange.chunks).toEqual([]);
    await turn();
    expect(exchange.chunks.map(String)).toEqual(["ab"]);
    writer.write("c");
    writer.end();
    await turn();
    expect(exchange.chunks.map(String)).toEqual(["ab", "c"]);
    expect(exchange.ended).toBe(true);
  });

  it("sends 256 bytes at once, with what waited before", () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    writer.write("a");
    writer.write("x".repeat(255));
    expect(exchange.chunks.map((chunk) => chunk.length)).toEqual([256]);
  });

  it("keeps a small view that its owner writes into again", async () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    const view = new Uint8Array([65]);
    writer.write(view);
    view[0] = 66;
    writer.write(view);
    await turn();
    expect(String(exchange.content)).toBe("AB");
  });

  it("asks to wait while the client is behind, until it has caught up", async () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    exchange.takes = false;
    expect(writer.write("x".repeat(300))).toBe(false);
    let waited = false;
    const room = writer.room().then(() => {
      waited = true;
    });
    await turn();
    await turn();
    expect(waited).toBe(false);
    exchange.drain();
    await room;
  });

  it("lets others have their turn in an endless source", async () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    let written = 0;
    while (writer.write("x".repeat(1000))) written++;
    expect(written).toBeLessThan(2000);
    await writer.room();
    expect(writer.write("x")).toBe(true);
    let small = 0;
    while (writer.write("x")) small++;
    expect(small).toBeLessThan(2000);
  });

  it("does nothing once the client has left, and holds nobody up", async () => {
    const exchange = new KeptExchange();
    const writer = new PieceWriter(exchange, 200, []);
    exchange.takes = false;
    writer.write("x".repeat(300));
    const room = writer.room();
    exchange.aborted = true;
    writer.abandon();
    await room;
    expect(writer.write("y")).toBe(true);
    writer.flush();
    writer.end();
    expect(exchange.chunks.length).toBe(1);
    expect(exchange.ended).toBe(false);
  });

  it("sends all pieces in order, whatever they are", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const exchange = new KeptExchange();
        const writer = new PieceWriter(exchange, 200, []);
        const sent: Buffer[] = [];
        for (const one of pieces) {
          if (one === null) {
            await turn();
          } else {
            writer.write(one);
            sent.push(Buffer.from(one));
          }
        }
        writer.end();
        await turn();
        expect(exchange.content.equals(Buffer.concat(sent))).toBe(true);
        expect(exchange.replied).toBe(true);
      }),
    );
  });
});

describe("textSize", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["日本", 6],
    ["😀", 4],
    ["aé日", 6],
  ])("counts %j as %i", (text, size) => {
    expect(textSize(text)).toBe(size);
  });
});
