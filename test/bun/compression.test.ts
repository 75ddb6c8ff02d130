import * as zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
  zstdCompress,
  zstdCompressSync,
  zstdDecompress,
  zstdDecompressSync,
} from "../../src/bun/compression.js";

describe("Bun.gzipSync and its kin", () => {
  it("refuse what is no data", () => {
    expect(() => Reflect.apply(gzipSync, undefined, [1])).toThrow(
      "data must be a string, ArrayBuffer or ArrayBufferView",
    );
    expect(() => gzipSync("a", { level: 22 })).toThrow("Zlib error: Invalid argument");
    expect(() => gunzipSync("no gzip")).toThrow("incorrect header check");
    expect(() => gunzipSync(gzipSync("some text").subarray(0, 12))).toThrow("Zlib returned an error");
  });

  it("give back what they were given", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: -1, max: 9 }), (bytes, level) => {
        expect(gunzipSync(gzipSync(bytes, { level }))).toEqual(bytes);
        expect(inflateSync(deflateSync(bytes, { level }))).toEqual(bytes);
        expect(inflateSync(zlib.deflateSync(bytes), { windowBits: 15 })).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });
});

const hasZstd = "zstdCompressSync" in zlib;

describe("Bun.zstdCompress and its kin", () => {
  it("are there where Node has Zstandard", () => {
    for (const member of [zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync]) {
      expect(member !== undefined).toBe(hasZstd);
    }
  });

  if (!hasZstd) return;

  it("refuse wrong levels and data", async () => {
    expect(() => zstdCompressSync?.("a", { level: 0 })).toThrow("Compression level must be between 1 and 22");
    expect(() => zstdDecompressSync?.("xxxx")).toThrow(expect.objectContaining({ code: "ERR_ZSTD" }));
    await expect(zstdDecompress?.("xxxx")).rejects.toMatchObject({ code: "ERR_ZSTD" });
  });

  it("give back what they were given", async () => {
    const bytes = Buffer.from("hello ".repeat(100));
    expect(zstdDecompressSync?.(zstdCompressSync?.(bytes) ?? "")).toEqual(bytes);
    expect(await zstdDecompress?.((await zstdCompress?.(bytes)) ?? "")).toEqual(bytes);
  });
});
