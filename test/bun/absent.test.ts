import { describe, expect, it } from "vitest";
import { ABSENT, absenceNote, noteOfMention, noteOfReference } from "../../src/bun/absent.js";
import { Bun } from "../../src/bun/index.js";

Object.assign(globalThis, { Bun });

describe("ABSENT", () => {
  it("holds only what this Node.js or this project lacks", () => {
    const optional = /^(?:MD4|zstd)/;
    expect(Object.keys(ABSENT).filter((name) => name in Bun && !optional.test(name))).toEqual([]);
  });
});

describe("noteOfMention", () => {
  it("says nothing of members that are there", () => {
    expect(noteOfMention(["Bun.serve is not a function", "Bun.file(x).y.z"])).toBe("");
  });

  it("says what does the work of the first that is not", () => {
    expect(noteOfMention(["Cannot read properties of undefined", "await Bun.redis.get(Bun.env.KEY)"])).toBe(
      "note: bunshim has no Bun.redis: the packages redis and ioredis talk to Redis\n",
    );
    expect(absenceNote("nothingOfTheKind")).toMatch(/^note: bunshim has no Bun\.nothingOfTheKind yet\. See /);
  });
});

describe("noteOfReference", () => {
  it("knows globals of Bun", () => {
    expect(noteOfReference("foo is not defined")).toBe("");
    expect(noteOfReference("HTMLRewriter is not defined")).toContain("bunshim has no HTMLRewriter: ");
  });
});
