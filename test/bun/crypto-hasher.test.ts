import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CryptoHasher } from "../../src/bun/crypto-hasher.js";
import { SHA1, SHA256 } from "../../src/bun/hashers.js";

describe("Bun.CryptoHasher", () => {
  it("refuses unknown algorithms, inputs and encodings", () => {
    expect(() => new CryptoHasher("nope")).toThrow("Unsupported algorithm nope");
    const hasher = new CryptoHasher("sha256");
    expect(() => Reflect.apply(hasher.update, hasher, [1])).toThrow("input must be a string");
    expect(() => Reflect.apply(hasher.digest, hasher, ["nope"])).toThrow("Unknown encoding: nope");
    expect(() => hasher.digest(new Uint8Array(32))).toThrow("TypedArray must be at least 64 bytes");
  });

  it("is used up after an HMAC", () => {
    const hasher = new CryptoHasher("sha256", "key");
    hasher.digest();
    expect(() => hasher.digest()).toThrow("HMAC has been consumed and is no longer usable");
  });

  it("hashes pieces as a whole, with and without key, and copies midway", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array()),
        fc.array(fc.string()),
        fc.string({ minLength: 1 }),
        (bytes, texts, key) => {
          for (const [hasher, expected] of [
            [new CryptoHasher("sha512"), createHash("sha512")],
            [new CryptoHasher("sha1", key), createHmac("sha1", key)],
          ] as const) {
            for (const piece of bytes) {
              hasher.update(piece);
              expected.update(piece);
            }
            const copy = hasher.copy();
            for (const text of texts) {
              copy.update(text);
              expected.update(text);
            }
            expect(copy.digest("hex")).toBe(expected.digest("hex"));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("starts anew after a digest", () => {
    const hasher = new CryptoHasher("md5").update("a");
    expect(hasher.digest("hex")).toBe(hasher.update("a").digest("hex"));
  });

  it("lists only what it can do", () => {
    for (const name of CryptoHasher.algorithms) {
      expect(new CryptoHasher(name).digest()).toHaveLength(new CryptoHasher(name).byteLength);
    }
  });
});

describe("Bun.SHA256 and its kin", () => {
  it("digest once", () => {
    const hasher = new SHA1();
    hasher.digest();
    expect(() => hasher.digest()).toThrow(expect.objectContaining({ code: "ERR_INVALID_STATE" }));
  });

  it("hash at once", () => {
    expect(SHA256.hash("abc", "hex")).toBe(createHash("sha256").update("abc").digest("hex"));
    expect(SHA256.name).toBe("SHA256");
    expect(SHA256.hash("abc")).toHaveLength(SHA256.byteLength);
  });
});
