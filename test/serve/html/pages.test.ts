import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { htmlBundle } from "../../../src/html/html-bundle.js";
import type { Server } from "../../../src/serve/types.js";
import { folder, put } from "../../html/files.js";
import { get, start, wireNames } from "../servers.js";

let printed = "";
beforeEach(() => {
  printed = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const script = (html: string): string => /src="([^"]+\.js)"/.exec(html)?.[1] ?? "";

/** A browser's socket: what it is told, in order. */
async function browser(
  server: Server,
): Promise<{ told: unknown[]; next(): Promise<unknown>; socket: WebSocket }> {
  const client = await get(server, script(await get(server)) || "/");
  const page = /"page":"(\w+)"/.exec(client)?.[1];
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/_bun/hmr`);
  const told: unknown[] = [];
  let seen = 0;
  let wake = (): void => {};
  socket.on("message", (data) => {
    told.push(JSON.parse(String(data)));
    wake();
  });
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ page }));
  const next = async (): Promise<unknown> => {
    while (told.length <= seen) await new Promise<void>((resolve) => (wake = resolve));
    return told[seen++];
  };
  return { told, next, socket };
}

describe.each(wireNames)("a page on the %s wire", (wire) => {
  const serve = (root: string, development: boolean | { hmr?: boolean; console?: boolean }): Server =>
    start(wire, {
      development,
      routes: { "/": htmlBundle(join(root, "i.html")) },
      fetch: () => new Response("fetch", { status: 404 }),
    });

  it("is refused with what it was built of when it cannot be bundled, and says why", async () => {
    const root = folder({ "i.html": "<script src=./gone.ts></script>" });
    for (const development of [false, { hmr: false }]) {
      const reply = await fetch(serve(root, development).url);
      expect([reply.status, reply.statusText, await reply.text()]).toEqual([500, "Build Failed", ""]);
      expect(printed).toContain('error: Could not resolve: "./gone.ts"');
    }
  });

  it("shows problems in development, with everything escaped", async () => {
    const root = folder({ "i.html": "<script src=m.ts></script>", "m.ts": 'const a = "</script><b>" +;' });
    const reply = await fetch(serve(root, true).url);
    const html = await reply.text();
    expect(reply.status).toBe(500);
    expect(html).toContain("Unexpected ;");
    expect(html).toContain("&lt;/script&gt;&lt;b&gt;");
    expect(html).not.toContain("</script><b>");
  });

  it("is built once in production", async () => {
    const root = folder({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
    const server = serve(root, false);
    const first = await get(server);
    put(root, { "m.ts": "console.log(2)" });
    expect(await get(server)).toBe(first);
    expect(await get(server, script(first))).toBe("console.log(1);\n");
  });

  it("is built anew in development, and its former scripts stay for a while", async () => {
    const root = folder({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
    for (const development of [{ hmr: false }, true]) {
      put(root, { "m.ts": "console.log(1)" });
      const server = serve(root, development);
      const scripts: string[] = [];
      for (const number of [1, 2, 3]) {
        put(root, { "m.ts": `console.log(${number})` });
        scripts.push(script(await get(server)));
        expect(await get(server, scripts.at(-1))).toContain(`console.log(${number})`);
      }
      const statuses = await Promise.all(
        scripts.map(async (path) => (await fetch(new URL(path, server.url))).status),
      );
      expect(statuses).toEqual([404, 200, 200]);
    }
  });

  it("serves files whose names need escapes in URLs", async () => {
    const root = folder({
      "i.html": '<img src="ü ber.png"><img src="a%20b.png">',
      "ü ber.png": "content",
      "a%20b.png": "other",
    });
    const server = serve(root, false);
    const paths = [...(await get(server)).matchAll(/src="([^"]+\.png)"/g)].map(([, path = ""]) => path);
    expect(await get(server, paths[0])).toBe("content");
  });

  it("takes browsers that went away for what they are", async () => {
    const server = serve(folder({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" }), false);
    const leaving = Array.from({ length: 10 }, () => {
      const controller = new AbortController();
      const reply = fetch(server.url, { signal: controller.signal }).catch(() => null);
      setTimeout(() => controller.abort(), 1);
      return reply;
    });
    await Promise.all(leaving);
    expect((await fetch(server.url)).status).toBe(200);
    await vi.waitFor(() => expect(server.pendingRequests).toBe(0));
  });

  it("is not shown to names of other sites", async () => {
    const server = serve(folder({ "i.html": "<p>secret" }), true);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request({ port: server.port, host: "127.0.0.1", headers: { host: "evil.example" } }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe.each(wireNames)("a live page on the %s wire", (wire) => {
  const files = {
    "i.html": "<link rel=stylesheet href=s.css><script src=m.ts></script>",
    "s.css": ".a{color:red}",
    "m.ts": "console.log(1)",
  };
  const serve = (root: string, console = false): Server =>
    start(wire, {
      development: { console },
      routes: { "/": htmlBundle(join(root, "i.html")) },
      fetch: () => new Response("x"),
    });

  it("tells its browsers of another version when a script changes, and when it is broken", async () => {
    const root = folder(files);
    const { next } = await browser(serve(root));
    const versions = [await next()];
    for (const text of ["console.log(2)", "const a = ;", "console.log(3)"]) {
      put(root, { "m.ts": text });
      versions.push(await next());
    }
    expect(new Set(versions.map((one) => JSON.stringify(one))).size).toBe(4);
    expect(versions).toEqual(versions.map(() => ({ version: expect.any(String), sheets: [] })));
  });

  it("tells which style sheets to replace when nothing else changed", async () => {
    const root = folder(files);
    const server = serve(root);
    const { next } = await browser(server);
    await next();
    put(root, { "s.css": ".b{color:red}" });
    const { sheets } = (await next()) as { sheets: string[] };
    expect(sheets).toHaveLength(1);
    expect(await get(server, `${sheets[0]}?1`)).toContain(".b");
  });

  it("says nothing of files that change nothing", async () => {
    const root = folder(files);
    const { next, told } = await browser(serve(root));
    await next();
    put(root, { "other.txt": "x", "m.ts": "/* a comment */ console.log(1)" });
    await sleep(200);
    put(root, { "m.ts": "console.log(2)" });
    await next();
    expect(told).toHaveLength(2);
  });

  it("prints what its page prints, and nothing that moves the cursor", async () => {
    const out = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
    const { next, socket } = await browser(serve(folder(files), true));
    await next();
    for (const message of ["no JSON", "1", '{"print":"x","text":"y"}']) socket.send(message);
    socket.send(JSON.stringify({ print: "log", text: "a\u001b[2Jb\nc" }));
    await vi.waitFor(() => expect(out).toHaveBeenCalledWith("[browser] a[2Jb\nc\n"));
    expect(out).toHaveBeenCalledTimes(1);
  });

  it("does not keep a server that stops", async () => {
    const server = serve(folder(files));
    const { socket, next } = await browser(server);
    await next();
    const closed = new Promise((resolve) => socket.once("close", resolve));
    await server.stop();
    await closed;
  });

  it("lives through a reload", async () => {
    const root = folder(files);
    const server = serve(root);
    const { next } = await browser(server);
    await next();
    server.reload({
      routes: { "/": htmlBundle(join(root, "i.html")), "/again": htmlBundle(join(root, "i.html")) },
    });
    put(root, { "m.ts": "console.log(2)" });
    expect(await next()).toMatchObject({ sheets: [] });
  });
});
