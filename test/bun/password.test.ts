import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { password } from "../../src/bun/password.js";
import { decodePhc, encodePhc } from "../../src/bun/phc.js";

const cheap = [
  { algorithm: "argon2id", memoryCost: 8, timeCost: 1 },
  { algorithm: "bcrypt", cost: 4 },
] as const;

describe("Bun.password", () => {
  it("refuses an empty password, and settings that are too weak", () => {
    expect(() => password.hashSync("")).toThrow("password must not be empty");
    expect(() => password.hashSync("x", { algorithm: "argon2id", memoryCost: 7 })).toThrow("at least 8");
    expect(() => password.hashSync("x", { algorithm: "bcrypt", cost: 3 })).toThrow("between 4 and 31");
  });

  it("tells why a hash cannot be compared with", async () => {
    await expect(password.verify("x", "x")).rejects.toMatchObject({ code: "PASSWORD_UNSUPPORTED_ALGORITHM" });
    expect(() => password.verifySync("x", "$argon2id$")).toThrow("InvalidEncoding");
    expect(() => password.verifySync("x", "$argon2id$m=8,t=0,p=1$MTIzNDU2Nzg$qqqqqqqq")).toThrow(
      "WeakParameters",
    );
  });

  it("knows its own hashes, and no other password by them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 100, unit: "binary" }),
        fc.string({ minLength: 1, maxLength: 100, unit: "binary" }),
        fc.constantFrom(...cheap),
        async (one, other, settings) => {
          const hash = await password.hash(one, settings);
          expect(await password.verify(one, hash)).toBe(true);
          expect(password.verifySync(other, hash)).toBe(Buffer.from(one).equals(Buffer.from(other)));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("decodePhc", () => {
  it("gives null for other text", () => {
    for (const text of ["", "$argon2id$", "$argon2id$v=16$m=8,t=1,p=1$YWFhYWFhYWE$YWFhYQ", "$2b$04$x"]) {
      expect(decodePhc(text)).toBeNull();
    }
  });

  it("reads what encodePhc wrote", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((array) => Buffer.from(array));
    const parts = fc.record({
      algorithm: fc.constantFrom("argon2id", "argon2i", "argon2d"),
      memoryCost: fc.nat(),
      timeCost: fc.nat(),
      parallelism: fc.nat(255),
      salt: bytes,
      digest: bytes,
    });
    fc.assert(
      fc.property(parts, (given) => {
        expect(decodePhc(encodePhc(given))).toEqual(given);
      }),
    );
  });
});
