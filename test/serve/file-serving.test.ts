import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import type { Server } from "../../src/serve/types.js";
import { Response } from "../../src/web/response.js";
import { collect } from "../collect.js";
import { get, start, wireNames } from "./servers.js";

const folder = mkdtempSync(path.join(os.tmpdir(), "file-serving-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MIB = 1024 * 1024;

function make(name: string, size: number): string {
  const target = path.join(folder, name);
  const bytes = Buffer.alloc(size);
  for (let i = 0; i < size; i += 4) bytes.writeUInt32LE(i, i);
  writeFileSync(target, bytes);
  return target;
}

/** A client that has asked and reads only what it is told to. */
async function reader(server: Server, target: string, fields = ""): Promise<net.Socket> {
  const socket = net.connect(Number(server.port), "127.0.0.1");
  socket.pause();
  await once(socket, "connect");
  socket.write(`GET ${target} HTTP/1.1\r\nHost: test\r\n${fields}\r\n`);
  return socket;
}

/** Everything until the end of the connection. */
async function rest(socket: net.Socket): Promise<Buffer> {
  const pieces: Buffer[] = [];
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  socket.resume();
  await once(socket, "close");
  return Buffer.concat(pieces);
}

/** How many descriptors of this process stand for a file. */
function openDescriptors(target: string): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(target);
    } catch {
      return false;
    }
  }).length;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

describe.each(wireNames)("a file on the %s wire", (wire) => {
  it("arrives whole, byte for byte, whatever its size", async () => {
    for (const size of [0, 4, 128 * 1024, 128 * 1024 + 4, 256 * 1024, 3 * MIB]) {
      const target = make(`size-${size}`, size);
      const server = start(wire, {
        routes: { "/route": file(target) },
        fetch: () => new Response(file(target)),
      });
      for (const asked of ["/route", "/handler"]) {
        const response = await fetch(new URL(asked, server.url));
        expect(response.headers.get("content-length")).toBe(String(size));
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(bytes.length).toBe(size);
        for (let i = 0; i < size; i += 4096) expect(bytes.readUInt32LE(i)).toBe(i);
      }
      await server.stop(true);
    }
  });

  it("gives exactly the bytes of a range that spans several pieces", async () => {
    const target = make("range", 2 * MIB);
    const server = start(wire, { routes: { "/": file(target) } });
    const response = await fetch(server.url, { headers: { range: "bytes=100000-1500003" } });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, bytes.length, bytes.readUInt32LE(0)]).toEqual([206, 1_400_004, 100_000]);
    expect(bytes.readUInt32LE(1_400_000)).toBe(1_500_000);
  });

  it("takes no memory for clients that do not read, and closes when they leave", async () => {
    const target = make("slow", 16 * MIB);
    const server = start(wire, { routes: { "/": file(target) } });
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const sockets = await Promise.all(Array.from({ length: 20 }, () => reader(server, "/")));
    await Promise.all(sockets.map((socket) => once(socket.resume(), "data").then(() => socket.pause())));
    expect(server.pendingRequests).toBe(20);
    // One piece each, here and at the clients.
    collect();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MIB);
    for (const socket of sockets) socket.destroy();
    await until(() => server.pendingRequests === 0);
    if (existsSync("/proc/self/fd")) expect(openDescriptors(target)).toBe(0);
  });

  it("that is cut short while it is sent ends its connection, and no other", async () => {
    const target = make("cut", 16 * MIB);
    const server = start(wire, { routes: { "/": file(target), "/other": new Response("fine") } });
    const socket = await reader(server, "/");
    await once(socket.resume(), "data");
    socket.pause();
    truncateSync(target, 1000);
    expect(await get(server, "/other")).toBe("fine");
    expect((await rest(socket)).length).toBeLessThan(16 * MIB);
    expect(await get(server, "/other")).toBe("fine");
    expect(server.pendingRequests).toBe(0);
  });

  it("that is deleted while it is sent still arrives", async () => {
    const target = make("deleted", 8 * MIB);
    const server = start(wire, { routes: { "/": file(target) } });
    const socket = await reader(server, "/", "Connection: close\r\n");
    const [first] = await once(socket.resume(), "data");
    rmSync(target);
    const bytes = Buffer.concat([first, await rest(socket)]);
    expect(bytes.length - bytes.indexOf("\r\n\r\n") - 4).toBe(8 * MIB);
  });

  it("opens nothing that stays open", async () => {
    const target = make("often", 1000);
    const server = start(wire, { routes: { "/": file(target) }, fetch: () => new Response(file(target)) });
    for (let i = 0; i < 50; i++) {
      await get(server, "/");
      await get(server, "/handler");
      await get(server, "/", { headers: { range: "bytes=5000-" } });
      await get(server, "/", { headers: { "if-none-match": "*" } });
      await get(server, "/", { method: "HEAD" });
    }
    if (existsSync("/proc/self/fd")) expect(openDescriptors(target)).toBe(0);
  });

  it("that is a named pipe arrives when it is written, and holds up nothing until then", async () => {
    const target = path.join(folder, `pipe-${wire}`);
    execFileSync("mkfifo", [target]);
    const server = start(wire, {
      routes: { "/route": file(target) },
      fetch: () => new Response(file(target)),
    });
    const waiting = await Promise.all(Array.from({ length: 8 }, () => reader(server, "/route")));
    await until(() => server.pendingRequests === 8);
    expect((await readFile(make("meanwhile", 4))).length).toBe(4);
    for (const socket of waiting) socket.destroy();
    await until(() => server.pendingRequests === 0);
    expect(openDescriptors(target)).toBe(0);
    for (const asked of ["/route", "/handler"]) {
      const reply = get(server, asked);
      await until(() => server.pendingRequests === 1);
      await writeFile(target, "piped");
      expect(await reply).toBe("piped");
    }
  });

  it("leaves a request for a missing file to fetch, and a handler's to error", async () => {
    const missing = path.join(folder, "missing");
    const server = start(wire, {
      routes: { "/route": file(missing), "/handler": () => new Response(file(missing)) },
      fetch: () => new Response("from fetch"),
      error: (error) => new Response(String(error.code)),
    });
    expect([await get(server, "/route"), await get(server, "/handler")]).toEqual(["from fetch", "ENOENT"]);
  });
});
