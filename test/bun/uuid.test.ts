import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomUUIDv5, randomUUIDv7 } from "../../src/bun/uuid.js";

describe("Bun.randomUUIDv7", () => {
  it("refuses wrong encodings and times", () => {
    expect(() => Reflect.apply(randomUUIDv7, undefined, ["nope"])).toThrow("Encoding must be one of");
    expect(() => randomUUIDv7("hex", -1)).toThrow(RangeError);
    expect(() => Reflect.apply(randomUUIDv7, undefined, ["hex", "x"])).toThrow(TypeError);
  });

  it("has version, variant and time where RFC 9562 puts them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (time) => {
        const uuid = randomUUIDv7("hex", time);
        expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16)).toBe(time);
      }),
    );
  });

  it("sorts by the order of making", () => {
    const uuids = Array.from({ length: 1000 }, () => randomUUIDv7());
    expect([...uuids].sort()).toEqual(uuids);
  });
});

describe("Bun.randomUUIDv5", () => {
  it("refuses what is no namespace", () => {
    expect(() => randomUUIDv5("a", "bad")).toThrow("Invalid UUID format for namespace");
    expect(() => randomUUIDv5("a", new Uint8Array(3))).toThrow("Namespace must be exactly 16 bytes");
  });

  it("is the same each time, as in RFC 9562", () => {
    expect(randomUUIDv5("www.example.com", "dns")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });
});
