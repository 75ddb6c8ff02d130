import { describe, expect, it } from "vitest";
import { assetDigits, bundleETag, contentHash, hashedName } from "../../src/html/content-hash.js";

describe("contentHash", () => {
  it("gives a file the names and the tag that Bun gives it", async () => {
    const hash = await contentHash(Buffer.from("icon"));
    expect(hashedName("favicon.ico", hash)).toBe("favicon-sz8t599s.ico");
    expect(assetDigits(hash)).toBe("99df68fa65094979");
    expect(bundleETag(hash)).toBe('"79490965fa68df99"');
  });

  it("tells files apart that are empty or begin alike", async () => {
    const hashes = await Promise.all(["", "\0", "a", "a\0"].map((text) => contentHash(Buffer.from(text))));
    expect(new Set(hashes).size).toBe(4);
  });
});
