import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import { temporaryFolder } from "./folder.js";

const path = temporaryFolder();
const read = (name: string) => readFileSync(path(name), "utf8");

describe("FileSink", () => {
  it("fails to open what cannot be written", () => {
    expect(() => file(path("nowhere/a")).writer()).toThrow(
      expect.objectContaining({ code: "ENOENT", syscall: "open" }),
    );
    expect(() => file(path("")).writer()).toThrow(expect.objectContaining({ code: "EISDIR" }));
    expect(() => Reflect.apply(file("a").writer, file("a"), [1])).toThrow(
      "options must be an object or undefined",
    );
  });

  it.each([
    [undefined, "ERR_STREAM_NULL_VALUES"],
    [null, "ERR_STREAM_NULL_VALUES"],
    [1, "ERR_INVALID_ARG_TYPE"],
    [["a"], "ERR_INVALID_ARG_TYPE"],
  ])("refuses to write %s", (value, code) => {
    const sink = file(path("refuses")).writer();
    expect(() => Reflect.apply(sink.write, sink, [value])).toThrow(expect.objectContaining({ code }));
    sink.end();
  });

  it("collects small pieces until it is flushed", () => {
    const sink = file(path("a")).writer();
    expect([
      sink.write("é"),
      sink.write(new Uint8Array([65])),
      sink.write(new Uint16Array([0x4242])),
    ]).toEqual([2, 1, 2]);
    expect(read("a")).toBe("");
    expect([sink.flush(), sink.flush(), read("a")]).toEqual([5, 0, "éABB"]);
    sink.write("!");
    expect([sink.end(), sink.end(), read("a")]).toEqual([1, 0, "éABB!"]);
  });

  it("copies what it is given", () => {
    const sink = file(path("copy")).writer();
    const bytes = Buffer.from("before");
    sink.write(bytes);
    bytes.fill("x");
    sink.end();
    expect(read("copy")).toBe("before");
  });

  it("writes on its own before the event loop goes on, and large pieces at once", async () => {
    const sink = file(path("own")).writer();
    sink.write("small");
    await nextTurn();
    expect(read("own")).toBe("small");
    sink.write("x".repeat(5000));
    expect(read("own")).toHaveLength(5005);
    sink.end();
  });

  it("keeps what it does not overwrite", () => {
    writeFileSync(path("over"), "old contents");
    const sink = file(path("over")).writer();
    sink.write("new");
    sink.end();
    expect(read("over")).toBe("new contents");
  });

  it("leaves a descriptor of the caller open", () => {
    const fd = openSync(path("fd"), "w");
    const sink = file(fd).writer();
    sink.write("a");
    sink.end();
    writeFileSync(fd, "b");
    closeSync(fd);
    expect(read("fd")).toBe("ab");
  });

  it("takes nothing after the end, and throws after close", () => {
    const ended = file(path("ended")).writer();
    ended.end();
    expect(ended.write("x")).toBe(true);
    const closed = file(path("closed")).writer();
    closed.write("abc");
    closed.close();
    expect(read("closed")).toBe("abc");
    expect(() => closed.write("x")).toThrow("This FileSink has already been closed");
  });
});
