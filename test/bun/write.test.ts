import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import { type WriteData, writeFile } from "../../src/bun/write.js";
import { Response as OwnResponse } from "../../src/web/response.js";
import { temporaryFolder } from "./folder.js";

const path = temporaryFolder();
const read = (name: string) => readFileSync(path(name), "utf8");

function streamOf(...chunks: unknown[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

describe("Bun.write", () => {
  it.each([
    ["undefined", undefined, "ERR_INVALID_ARG_TYPE"],
    ["an object", {}, "ERR_INVALID_ARG_TYPE"],
    ["a blob in memory", new Blob(["x"]), "ERR_INVALID_ARG_TYPE"],
    ["a negative descriptor", -1, "ERR_OUT_OF_RANGE"],
  ])("refuses %s as destination", (_what, destination, code) => {
    expect(() => Reflect.apply(writeFile, undefined, [destination, "x"])).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuses to write nothing, and wrong options", () => {
    expect(() => Reflect.apply(writeFile, undefined, [path("a")])).toThrow("expects a Blob-y thing to write");
    for (const options of ["text", { createPath: 1 }, { mode: "600" }]) {
      expect(() => Reflect.apply(writeFile, undefined, [path("a"), "x", options])).toThrow(
        expect.objectContaining({ code: "ERR_INVALID_ARG_TYPE" }),
      );
    }
    expect(() => writeFile(path("a"), "x", { mode: 0o1000 })).toThrow(RangeError);
  });

  it("rejects with what the file system says", async () => {
    await expect(writeFile(path(""), "x")).rejects.toMatchObject({ code: "EISDIR", syscall: "open" });
    await expect(writeFile(path("no/a"), "x", { createPath: false })).rejects.toMatchObject({
      code: "ENOENT",
    });
    await expect(writeFile(7777, "x")).rejects.toMatchObject({ code: "EBADF", syscall: "write" });
    await expect(writeFile("/dev/full", "x")).rejects.toMatchObject({ code: "ENOSPC" });
  });

  it("leaves no file behind when the source is missing, fails or was read", async () => {
    const used = new Response("x");
    await used.text();
    const locked = streamOf("x");
    locked.getReader();
    const failing = new ReadableStream({ start: (controller) => controller.error(new Error("boom")) });
    await expect(writeFile(path("none"), file(path("missing")))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(writeFile(path("none"), failing)).rejects.toThrow("boom");
    await expect(writeFile(path("none"), used)).rejects.toMatchObject({ code: "ERR_BODY_ALREADY_USED" });
    await expect(writeFile(path("none"), locked)).rejects.toMatchObject({ code: "ERR_BODY_ALREADY_USED" });
    await expect(writeFile(path("none"), file(path("")))).rejects.toThrow("That doesn't work on folders");
    expect(existsSync(path("none"))).toBe(false);
  });

  it.each<[string, WriteData, string]>([
    ["text", "wörld", "wörld"],
    ["nothing", "", ""],
    ["bytes", new Uint8Array([65, 66]), "AB"],
    ["a part of a buffer", new DataView(new Uint8Array([65, 66, 67]).buffer, 1), "BC"],
    ["a blob", new Blob(["blob"]), "blob"],
    ["a native response", new Response("native"), "native"],
    ["a response", new OwnResponse("own"), "own"],
    ["a request", new Request("http://a", { method: "POST", body: "request" }), "request"],
    ["a stream", streamOf("a", new Uint8Array([66])), "aB"],
    ["parts", ["a", new Uint8Array([66]), new Blob(["c"])], "aBc"],
  ])("writes %s over what was there", async (_what, data, expected) => {
    writeFileSync(path("over"), "something longer than all of these");
    expect(await writeFile(path("over"), data)).toBe(Buffer.byteLength(expected));
    expect(read("over")).toBe(expected);
  });

  it("writes other values as text", async () => {
    for (const value of [12, true, 1n, { a: 1 }, /x/]) {
      await Reflect.apply(writeFile, undefined, [path("text"), value]);
      expect(read("text")).toBe(String(value));
    }
  });

  it("has written small content when it returns", () => {
    const pending = writeFile(path("sync"), "now");
    expect(read("sync")).toBe("now");
    return pending;
  });

  it("makes missing folders", async () => {
    await writeFile(path("deep/er/a"), "x");
    expect(read("deep/er/a")).toBe("x");
  });

  it("writes to files, URLs, bytes of a path and descriptors", async () => {
    await writeFile(file(path("file")), "file");
    await writeFile(new URL(`file://${path("url")}`), "url");
    await writeFile(new TextEncoder().encode(path("bytes")), "bytes");
    const fd = openSync(path("fd"), "w");
    await writeFile(fd, "one");
    await writeFile(fd, "two");
    closeSync(fd);
    expect([read("file"), read("url"), read("bytes"), read("fd")]).toEqual([
      "file",
      "url",
      "bytes",
      "onetwo",
    ]);
  });

  it("copies files of any size", async () => {
    const content = Buffer.alloc(2_000_000, "0123456789");
    writeFileSync(path("source"), content);
    expect(await writeFile(path("copy"), file(path("source")))).toBe(content.length);
    expect(readFileSync(path("copy")).equals(content)).toBe(true);
  });

  it("gives back what was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        await writeFile(path("round"), bytes);
        expect(await file(path("round")).bytes()).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });
});
