import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { installStreamReaders } from "../../src/web/stream-readers.js";

beforeAll(installStreamReaders);

function read(stream: ReadableStream, reader: string): Promise<unknown> {
  return Promise.resolve(Reflect.apply(Reflect.get(stream, reader), stream, []));
}

function streamOf(chunks: readonly unknown[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

describe("installStreamReaders", () => {
  it("refuses a stream that somebody holds or read from", async () => {
    const held = streamOf(["x"]);
    held.getReader();
    await expect(read(held, "text")).rejects.toMatchObject({ code: "ERR_INVALID_STATE" });
    const over = streamOf(["x"]);
    await over.cancel();
    await expect(read(over, "bytes")).rejects.toThrow("already been used");
  });

  it("refuses what is neither text nor bytes, and what is no JSON", async () => {
    await expect(read(streamOf([5]), "text")).rejects.toThrow(TypeError);
    await expect(read(streamOf([]), "json")).rejects.toThrow(SyntaxError);
    await expect(read(streamOf(["{"]), "json")).rejects.toThrow("JSON Parse error");
  });

  it("gives the same text however its bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.array(fc.nat(20)), async (text, cuts) => {
        const bytes = Buffer.from(text);
        const chunks: Uint8Array[] = [];
        let from = 0;
        for (const cut of cuts) {
          chunks.push(bytes.subarray(from, from + cut));
          from += cut;
        }
        chunks.push(bytes.subarray(from));
        // A byte order mark at the start is no part of the text.
        expect(await read(streamOf(chunks), "text")).toBe(text.replace(/^\ufeff/, ""));
        expect(await read(streamOf(chunks), "bytes")).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it("gives back what was written as JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const text = JSON.stringify(value);
        expect(await read(streamOf([text]), "json")).toEqual(JSON.parse(text));
      }),
    );
  });
});
