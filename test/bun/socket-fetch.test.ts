import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { socketFetch, socketInit } from "../../src/bun/socket-fetch.js";

let folder = "";
let server: Server;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bunshim-fetch-"));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(join(folder, "socket"));
  await once(server, "listening");
  return join(folder, "socket");
}

function over(unix: string, init: RequestInit = {}): Promise<Response> {
  return socketFetch("http://localhost/a?b", init, { unix, tls: undefined, decompress: true }, fetch);
}

describe("socketInit", () => {
  it.each([undefined, null, {}, { unix: "" }, { unix: 5 }, { tls: null }, { tls: true }])(
    "leaves %j to the native fetch",
    (init) => expect(socketInit(init)).toBe(null),
  );

  it("reads the path and the TLS options", () => {
    expect(socketInit({ unix: "/x" })).toEqual({ unix: "/x", tls: undefined, decompress: true });
    expect(
      socketInit({ tls: { ca: Buffer.from("pem"), rejectUnauthorized: false, serverName: "a" } }),
    ).toEqual({
      unix: undefined,
      tls: { ca: ["pem"], rejectUnauthorized: false, servername: "a" },
      decompress: true,
    });
    expect(socketInit({ decompress: false })).toEqual({ unix: undefined, tls: undefined, decompress: false });
  });
});

describe("socketFetch", () => {
  it("rejects with Bun's error when nobody listens", async () => {
    await expect(over("/no/such.sock")).rejects.toMatchObject({
      name: "TypeError",
      code: "ENOENT",
      message: "ENOENT: Was there a typo in the url or port?",
    });
  });

  it("rejects with the reason of its signal, before and during the request", async () => {
    const path = await serve(() => controller.abort(new RangeError("enough")));
    const controller = new AbortController();
    await expect(over(path, { signal: controller.signal })).rejects.toThrow("enough");
    await expect(over(path, { signal: controller.signal })).rejects.toThrow("enough");
  });

  it("fails the content when the server breaks off", async () => {
    const path = await serve((_, response) => {
      response.writeHead(200, { "Content-Length": "10" });
      response.write("half");
      setTimeout(() => response.destroy(), 10);
    });
    const response = await over(path);
    await expect(response.text()).rejects.toThrow();
  });

  it("sends what fetch sends, and gives what fetch gives", async () => {
    const path = await serve(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.setHeader("X-Length", String(request.headers["content-length"]));
      response.end(`${request.method} ${request.url} ${request.headers.host} ${Buffer.concat(parts)}`);
    });
    const response = await over(path, { method: "POST", body: "content" });
    expect(response.url).toBe("http://localhost/a?b");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(response.headers.get("x-length")).toBe("7");
    expect(await response.text()).toBe("POST /a?b localhost content");
  });

  it("decodes the content", async () => {
    const path = await serve((_, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync("plain"));
    });
    expect(await (await over(path)).text()).toBe("plain");
  });

  it("asks again when a waiting connection was closed meanwhile", async () => {
    const path = await serve((_, response) => response.end("x"));
    expect(await (await over(path)).text()).toBe("x");
    server.closeIdleConnections();
    expect(await (await over(path)).text()).toBe("x");
  });
});
