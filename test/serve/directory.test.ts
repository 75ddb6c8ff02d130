import { mkdirSync, mkdtempSync, readSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DirectoryRoot } from "../../src/serve/directory-root.js";
import type { Server } from "../../src/serve/types.js";
import { get, start, wireNames } from "./servers.js";

const folder = mkdtempSync(path.join(os.tmpdir(), "directory-"));
const served = path.join(folder, "public");

beforeAll(() => {
  mkdirSync(path.join(served, "sub"), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "SECRET");
  writeFileSync(path.join(served, "a.txt"), "public");
  writeFileSync(path.join(served, "sub/b.txt"), "public");
  symlinkSync("../secret.txt", path.join(served, "up"));
  symlinkSync(path.join(folder, "secret.txt"), path.join(served, "absolute"));
  symlinkSync("..", path.join(served, "parent"));
  symlinkSync(folder, path.join(served, "sub/outside"));
  symlinkSync("../a.txt", path.join(served, "sub/inside"));
  symlinkSync("parent", path.join(served, "again"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The reply to a target that no URL parser has touched. */
function raw(server: Server, target: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(server.port), "127.0.0.1");
    let text = "";
    socket.on("data", (piece) => {
      text += piece.toString("latin1");
    });
    socket.on("close", () => resolve(text));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n`);
  });
}

describe.each(wireNames)("a directory route on the %s wire", (wire) => {
  it("lets nothing out, whatever is asked for", async () => {
    const server = start(wire, { routes: { "/s/*": { dir: served } } });
    const part = fc.constantFrom(
      "a.txt",
      "sub",
      "up",
      "absolute",
      "parent",
      "again",
      "outside",
      "inside",
      "secret.txt",
      "public",
      "..",
      ".",
      "%2e%2e",
      "%2E.",
      "..%2f",
      "%2f",
      "\\",
      "%5c",
      "/",
      "//",
      "%00",
      "%c0%af",
      "%252e%252e",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.constantFrom("/", ""), async (parts, glue) => {
        const reply = await raw(server, `/s/${parts.join(glue)}`);
        expect(reply).not.toContain("SECRET");
        expect(reply).not.toContain(folder);
        expect(reply).toMatch(/^HTTP\/1\.1 (200|301|400|404) /);
      }),
      { numRuns: 300 },
    );
  });

  it("follows links that stay within", async () => {
    const server = start(wire, { routes: { "/s/*": { dir: served } } });
    expect(await get(server, "/s/sub/inside")).toBe("public");
  });

  it("keeps its directory when that is moved", async () => {
    const before = path.join(folder, `before-${wire}`);
    mkdirSync(before);
    writeFileSync(path.join(before, "x"), "kept");
    const server = start(wire, { routes: { "/s/*": { dir: before } } });
    renameSync(before, path.join(folder, `after-${wire}`));
    expect(await get(server, "/s/x")).toBe("kept");
  });
});

describe("DirectoryRoot.open", () => {
  it("opens nothing outside while links are exchanged under its hands", () => {
    const place = path.join(served, "flip");
    const root = new DirectoryRoot(served);
    const links = ["a.txt", "../secret.txt", path.join(folder, "secret.txt"), "parent/secret.txt", "sub"];
    for (let i = 0; i < 500; i++) {
      rmSync(place, { force: true });
      symlinkSync(links[i % links.length] ?? "", place);
      for (const asked of ["flip", "flip/b.txt", "flip/outside/secret.txt"]) {
        const file = root.open(asked);
        // "SECRET" is as long as "public", but only one of the two files is within.
        if (file?.stats.isFile()) expect(isWithin(file.fd)).toBe(true);
        file?.close();
      }
    }
  });
});

function isWithin(fd: number): boolean {
  return Buffer.from(readAll(fd)).toString() === "public";
}

function readAll(fd: number): Uint8Array {
  const bytes = Buffer.alloc(100);
  return bytes.subarray(0, readSync(fd, bytes, 0, 100, 0));
}
