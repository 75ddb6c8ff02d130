import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as streams from "../../src/bun/readable-stream.js";

function streamOf(...chunks: unknown[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

describe("Bun.readableStreamTo", () => {
  it("refuses what is no stream, or locked", () => {
    for (const read of Object.values(streams)) {
      expect(() => Reflect.apply(read, undefined, [1])).toThrow(
        expect.objectContaining({ code: "ERR_INVALID_ARG_TYPE" }),
      );
      const locked = streamOf("a");
      locked.getReader();
      expect(() => Reflect.apply(read, undefined, [locked])).toThrow(
        "Invalid state: ReadableStream is locked",
      );
    }
  });

  it("rejects with the error of the stream, and for chunks that are no bytes", async () => {
    const failing = new ReadableStream({ start: (controller) => controller.error(new Error("boom")) });
    await expect(streams.readableStreamToText(failing)).rejects.toThrow("boom");
    await expect(streams.readableStreamToText(streamOf(1))).rejects.toThrow(
      "Expected text, ArrayBuffer or ArrayBufferView",
    );
    await expect(streams.readableStreamToJSON(streamOf("{"))).rejects.toThrow(SyntaxError);
  });

  it("joins text and bytes however they are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          const bytes = Buffer.from(text);
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.subarray(index * size, (index + 1) * size),
          );
          expect(await streams.readableStreamToText(streamOf(...pieces))).toBe(text);
          expect(Buffer.from(await streams.readableStreamToArrayBuffer(streamOf(...pieces, "é")))).toEqual(
            Buffer.from(`${text}é`),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("reads chunks, blobs, JSON and forms", async () => {
    expect(await streams.readableStreamToArray(streamOf("a", 1))).toEqual(["a", 1]);
    expect(await (await streams.readableStreamToBlob(streamOf("a"))).text()).toBe("a");
    expect(await streams.readableStreamToJSON(streamOf('{"a"', ":1}"))).toEqual({ a: 1 });
    expect((await streams.readableStreamToFormData(streamOf("a=1"))).get("a")).toBe("1");
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n';
    expect((await streams.readableStreamToFormData(streamOf(part), "x")).get("a")).toBe("1");
  });
});
