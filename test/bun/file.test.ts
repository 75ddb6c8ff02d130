import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { file, fileRangeOf } from "../../src/bun/file.js";
import { Response as OwnResponse } from "../../src/web/response.js";
import { temporaryFolder } from "./folder.js";

const path = temporaryFolder();
const NativeResponse = globalThis.Response;

function stored(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

describe("Bun.file", () => {
  it.each([
    ["undefined", undefined, "ERR_INVALID_ARG_TYPE"],
    ["an object", {}, "ERR_INVALID_ARG_TYPE"],
    ["a negative descriptor", -1, "ERR_OUT_OF_RANGE"],
    ["a fraction", 1.5, "ERR_OUT_OF_RANGE"],
    ["a path with NUL", "a\0b", "ERR_INVALID_ARG_VALUE"],
    ["a URL of another scheme", new URL("http://host/a"), "ERR_INVALID_URL_SCHEME"],
    ["an endless path", "x".repeat(5000), "ENAMETOOLONG"],
  ])("refuses %s", (_what, name, code) => {
    expect(() => Reflect.apply(file, undefined, [name])).toThrow(expect.objectContaining({ code }));
  });

  it("touches nothing before content is asked for", async () => {
    const missing = file(path("missing.txt"));
    expect(missing.size).toBe(0);
    expect(await missing.exists()).toBe(false);
    await expect(missing.text()).rejects.toMatchObject({
      code: "ENOENT",
      syscall: "open",
      errno: -2,
      path: path("missing.txt"),
      message: `ENOENT: no such file or directory, open '${path("missing.txt")}'`,
    });
  });

  it("rejects for a folder as Bun does", async () => {
    mkdirSync(path("folder"));
    await expect(file(path("folder")).text()).rejects.toThrow("Directories cannot be read like files");
    await expect(file(path("folder")).delete()).rejects.toMatchObject({ code: "EISDIR", syscall: "unlink" });
  });

  it("is a Blob for everybody else", async () => {
    const one = file(stored("blob.txt", "hello"));
    expect(one).toBeInstanceOf(Blob);
    expect(one.constructor).toBe(Blob);
    expect(String(one)).toBe("[object Blob]");
    const response = new NativeResponse(one);
    expect(response.headers.get("content-type")).toBe("text/plain;charset=utf-8");
    expect(await response.text()).toBe("hello");
    expect(await new OwnResponse(one).text()).toBe("hello");
  });

  it("lends its content to native code", async () => {
    const one = file(stored("lent.txt", "hello"));
    expect(await new Blob([one, "!", one.slice(1, 3)]).text()).toBe("hello!el");
    expect(await new File([one], "copy").text()).toBe("hello");
    const form = new FormData();
    form.append("file", one);
    expect(await new NativeResponse(form).text()).toContain("\r\n\r\nhello\r\n");
    expect(await new Blob([file(path("missing"))]).text()).toBe("");
    writeFileSync(path("lent.txt"), "later");
    expect(await new Blob([file(path("lent.txt"))]).text()).toBe("later");
  });

  it("does not wait for the other end of a pipe to see what it is", async () => {
    execFileSync("mkfifo", [path("pipe")]);
    const pipe = file(path("pipe"));
    expect(await pipe.exists()).toBe(true);
    const text = pipe.text();
    await new Promise((resolve) =>
      spawn("sh", ["-c", 'echo hello > "$0"', path("pipe")]).on("exit", resolve),
    );
    expect(await text).toBe("hello\n");
  });

  it("reads text, bytes, buffers, JSON and forms", async () => {
    expect(await file(stored("a.txt", "\ufeffwörld")).text()).toBe("wörld");
    expect(await file(stored("a.bin", new Uint8Array([1, 255]))).bytes()).toEqual(new Uint8Array([1, 255]));
    expect((await file(stored("b.bin", new Uint8Array(3))).arrayBuffer()).byteLength).toBe(3);
    expect(await file(stored("a.json", '{"a":1}')).json()).toEqual({ a: 1 });
    await expect(file(stored("bad.json", "{")).json()).rejects.toThrow(SyntaxError);
    const form = file(stored("form", "a=1&b=2"), { type: "application/x-www-form-urlencoded" });
    expect([...(await form.formData())]).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
    await expect(file(path("a.txt")).formData()).rejects.toThrow("Invalid encoding");
  });

  it("reads files that say they are empty and are not", async () => {
    expect(await file("/proc/self/status").text()).toContain("Name:");
    expect(await file("/dev/null").text()).toBe("");
    expect(file("/dev/null").size).toBe(Number.POSITIVE_INFINITY);
    expect((await file("/dev/zero").slice(0, 300_000).bytes()).length).toBe(300_000);
  });

  it("streams in pieces and lets go of the file when cancelled", async () => {
    const content = Buffer.alloc(1_000_000, "abc");
    const big = file(stored("big", content));
    const pieces: Uint8Array[] = [];
    for await (const piece of big.stream()) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    const reader = big.stream().getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    await expect(file(path("missing")).stream().getReader().read()).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("reads on from where a descriptor stands, and leaves it open", async () => {
    const fd = openSync(stored("fd.txt", "hello"), "r");
    const one = file(fd);
    expect([one.name, one.size, await one.text(), await one.text()]).toEqual([undefined, 5, "hello", ""]);
    await expect(one.unlink()).rejects.toMatchObject({ code: "ERR_INVALID_ARG_TYPE" });
    closeSync(fd);
  });

  it("keeps its size once that was asked for, and what it knows of the file", async () => {
    const one = file(stored("grows", "abc"));
    expect([one.size, await one.exists()]).toEqual([3, true]);
    writeFileSync(path("grows"), "abcdef");
    expect(await one.text()).toBe("abc");
    unlinkSync(path("grows"));
    expect(await one.exists()).toBe(true);
    expect(await file(path("grows")).exists()).toBe(false);
  });

  it("tells the time of the last change", () => {
    utimesSync(stored("old", ""), 1000, 1000);
    expect(file(path("old")).lastModified).toBe(1_000_000);
    expect(file(path("missing")).lastModified).toBe(2 ** 52 - 1);
  });

  it("shows itself as Bun does", () => {
    expect(inspect(file("a.css"))).toBe('FileRef ("a.css") {\n  type: "text/css;charset=utf-8"\n}');
    expect(inspect(file(3))).toBe('FileRef (fd: 3) {\n  type: "application/octet-stream"\n}');
  });

  it("slices like a Blob once the size is known", async () => {
    const content = Buffer.from("0123456789");
    const one = file(stored("digits", content));
    expect(one.size).toBe(10);
    const blob = new Blob([content]);
    const position = fc.option(fc.integer({ min: -15, max: 15 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(position, position, position, position, async (a, b, c, d) => {
        const part = one.slice(a, b).slice(c, d);
        expect(await part.text()).toBe(await blob.slice(a, b).slice(c, d).text());
      }),
      { numRuns: 60 },
    );
  });

  it("passes its type on to slices when the type is a common one", () => {
    const css = file("a", { type: "text/css" });
    expect(css.slice(0, 1).type).toBe("text/css;charset=utf-8");
    expect(file("a", { type: "x/y" }).slice(0, 1).type).toBe("");
    expect(css.slice(0, 1, "image/png").type).toBe("image/png");
  });
});

describe("fileRangeOf", () => {
  it("knows no range of other blobs", () => {
    expect(fileRangeOf(new Blob(["a"]))).toBeNull();
  });

  it("tells where the bytes lie", () => {
    const one = file("a.txt");
    expect(fileRangeOf(one)).toEqual({ path: "a.txt", fd: -1, start: 0, end: Number.POSITIVE_INFINITY });
    expect(fileRangeOf(one.slice(2, 5))).toEqual({ path: "a.txt", fd: -1, start: 2, end: 5 });
    expect(fileRangeOf(one.slice(2, 9).slice(1, 3))).toEqual({ path: "a.txt", fd: -1, start: 3, end: 5 });
    expect(fileRangeOf(file(7))).toMatchObject({ path: null, fd: 7 });
  });
});
