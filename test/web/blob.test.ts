import { describe, expect, it } from "vitest";
import { blobClasses, installBlobExtras, within } from "../../src/web/blob.js";
import { untypedType } from "../../src/web/blob-parts.js";

const native = globalThis.Blob;
const { Blob, File } = blobClasses();
installBlobExtras();

describe("blobClasses", () => {
  it("spells types as Bun does, word for word", () => {
    expect(new Blob([], { type: "text/plain" }).type).toBe("text/plain;charset=utf-8");
    expect(new File([], "a", { type: "application/json" }).type).toBe("application/json;charset=utf-8");
    expect(new Blob([], { type: "text/plain;charset=latin1" }).type).toBe("text/plain;charset=latin1");
    expect(new Blob([], { type: "application/x-www-form-urlencoded" }).type).toBe(
      "application/x-www-form-urlencoded;charset=UTF-8",
    );
  });

  it("gives instances of the runtime's own classes", () => {
    expect(new Blob(["x"])).toBeInstanceOf(native);
    expect(new Blob(["x"]).constructor).toBe(Blob);
  });
});

describe("Blob.slice", () => {
  it("takes the first text for the type, wherever it stands", () => {
    const blob = new Blob(["hello"]);
    const slice = (...given: unknown[]): Blob => Reflect.apply(blob.slice, blob, given);
    expect([slice("a/b").type, slice("a/b").size]).toEqual(["a/b", 5]);
    expect([slice(1, "a/b").type, slice(1, "a/b").size]).toEqual(["a/b", 4]);
    expect([slice(Number.NaN, Number.POSITIVE_INFINITY).size, slice(3, 1).size]).toEqual([5, 0]);
  });

  it("inherits a type that Bun knows, and no other", () => {
    expect(new Blob(["x"], { type: "text/css" }).slice(0, 1).type).toBe("text/css;charset=utf-8");
    expect(new Blob(["x"], { type: "a/b" }).slice(0, 1).type).toBe("");
  });
});

describe("within", () => {
  it("counts negative positions from the end", () => {
    expect([within(-2, 5), within(-9, 5), within(9, 5), within(1.7, 5)]).toEqual([3, 0, 5, 1]);
  });
});

describe("untypedType", () => {
  it("is text for what was made of ASCII text alone", () => {
    expect(untypedType(new Blob(["a", new Blob(["b"])]))).toBe("text/plain;charset=utf-8");
    for (const parts of [["é"], [new Uint8Array(1)], ["a", new Uint8Array(0)], ["a", new Blob([])]])
      expect(untypedType(new Blob(parts))).toBe("application/octet-stream");
    expect(untypedType(new Blob([]))).toBe("");
  });
});
