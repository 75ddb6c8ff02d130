import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "../../src/web/web-socket.js";
import { handshakeFailure } from "../../src/web/web-socket-failure.js";
import { agreedExtensions } from "../../src/web/web-socket-handshake.js";

let server: Server | null = null;

/** A server that shows what it was asked, and says nothing. */
async function listener(asked: (text: string, port: number) => string | null): Promise<number> {
  let port = 0;
  const made = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const answer = asked(String(bytes), port);
      if (answer !== null) socket.end(answer);
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address = made.address();
  if (typeof address === "object" && address !== null) ({ port } = address);
  return port;
}

/** The message and the code of the error that a socket ends with. */
function failureOf(socket: WebSocket): Promise<{ message: string; code: unknown }> {
  return new Promise((resolve) => {
    socket.addEventListener("error", (event) => {
      const error: unknown = Reflect.get(event, "error");
      if (!(error instanceof Error)) throw new Error("an error event without an error");
      resolve({ message: error.message, code: Reflect.get(error, "code") });
    });
  });
}

afterEach(() => {
  server?.close();
  server = null;
  vi.unstubAllEnvs();
});

describe("WebSocket", () => {
  it("refuses a proxy that is none", () => {
    expect(() => new WebSocket("ws://a.test", { proxy: "nope" })).toThrow("Invalid proxy URL: nope");
    expect(() => new WebSocket("ws://a.test", { proxy: { url: "socks5://a.test" } })).toThrow(
      'Unsupported proxy protocol "socks5" (expected "http" or "https")',
    );
  });

  it("asks a proxy for a tunnel, with the credentials of its URL", async () => {
    const requests: string[] = [];
    const port = await listener((text) => {
      requests.push(text);
      return "HTTP/1.1 407 Who are you\r\n\r\n";
    });
    const socket = new WebSocket("ws://a.test:81/x", { proxy: `http://us%40er:pw@127.0.0.1:${port}` });
    expect(await failureOf(socket)).toEqual({
      message:
        "WebSocket connection to 'ws://a.test:81/x' failed: Proxy authentication required: 407 Who are you",
      code: undefined,
    });
    const credentials = Buffer.from("us@er:pw").toString("base64");
    expect(requests).toEqual([
      `CONNECT a.test:81 HTTP/1.1\r\nHost: a.test:81\r\nProxy-Connection: Keep-Alive\r\nProxy-Authorization: Basic ${credentials}\r\n\r\n`,
    ]);
  });

  it("lets go of a proxy that does not answer", async () => {
    let terminate = (): void => {};
    const port = await listener(() => {
      terminate();
      return null;
    });
    const socket = new WebSocket("ws://a.test/", { proxy: `http://127.0.0.1:${port}` });
    terminate = () => socket.terminate();
    expect((await failureOf(socket)).message).toContain("closed before the connection is established");
    // Does so only once the connection is gone.
    await new Promise((resolve) => server?.close(resolve));
  });

  it("goes past the proxy where NO_PROXY says so", async () => {
    const requests: string[] = [];
    const port = await listener((text) => {
      requests.push(text.split("\r\n", 1)[0] ?? "");
      return "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n";
    });
    vi.stubEnv("NO_PROXY", "127.0.0.1");
    await failureOf(new WebSocket(`ws://127.0.0.1:${port}/x`, { proxy: "http://127.0.0.1:1" }));
    expect(requests).toEqual(["GET /x HTTP/1.1"]);
  });

  it("gives its errors the code of what failed", async () => {
    expect(await failureOf(new WebSocket("ws://127.0.0.1:1"))).toEqual({
      message: "WebSocket connection to 'ws://127.0.0.1:1/' failed: Failed to connect",
      code: "ECONNREFUSED",
    });
  });
});

describe("handshakeFailure", () => {
  it("tells OpenSSL's errors in the words of BoringSSL", () => {
    const error = Object.assign(
      new Error(
        "C0A7:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl3_record.c:355:",
      ),
      { code: "ERR_SSL_WRONG_VERSION_NUMBER" },
    );
    expect(handshakeFailure(error, null)).toEqual({
      why: "TLS handshake failed: error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER",
      code: "EPROTO",
    });
  });
});

describe("agreedExtensions", () => {
  it("shows parameters in one order", () => {
    expect(agreedExtensions("")).toBe("");
    expect(agreedExtensions("permessage-deflate;client_max_window_bits=10; server_no_context_takeover")).toBe(
      "permessage-deflate; server_no_context_takeover; client_max_window_bits=10",
    );
  });
});
