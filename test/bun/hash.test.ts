import fc from "fast-check";
import { describe, expect, it } from "vitest";
import xxhash from "xxhash-wasm";
import { hash } from "../../src/bun/hash/hash.js";

describe("Bun.hash", () => {
  it("refuses what has no bytes at hand", () => {
    for (const data of [undefined, null, new Blob(["x"])]) {
      expect(() => Reflect.apply(hash, undefined, [data])).toThrow("data must be a string");
    }
  });

  it("gives the published values of its algorithms", () => {
    expect(hash.crc32("123456789")).toBe(0xcbf43926);
    expect(hash.adler32("Wikipedia")).toBe(0x11e60398);
    expect(hash.xxHash64("")).toBe(0xef46db3751d8e999n);
    expect(hash.xxHash32("")).toBe(0x02cc5d05);
    expect(hash.murmur32v3("", 1)).toBe(0x514e28b7);
  });

  it("agrees with another implementation of xxHash, whatever the length", async () => {
    const { h32Raw, h64Raw } = await xxhash();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, seed) => {
        expect(hash.xxHash32(bytes, seed)).toBe(h32Raw(bytes, seed) >>> 0);
        expect(hash.xxHash64(bytes, seed)).toBe(h64Raw(bytes, BigInt(seed)));
      }),
    );
  });

  it("goes on with a checksum where it ended, and reads views where they begin", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
        const first = hash.crc32(bytes.subarray(0, cut));
        expect(hash.crc32(bytes.subarray(cut), first)).toBe(hash.crc32(bytes));
        const copy = Uint8Array.from(bytes.subarray(cut));
        expect(hash.wyhash(bytes.subarray(cut))).toBe(hash.wyhash(copy));
        expect(hash.murmur64v2(bytes.subarray(cut))).toBe(hash.murmur64v2(copy));
      }),
    );
  });
});
