import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { parse, raw, request } from "../../compat/client.js";

let server: net.Server | undefined;
afterEach(() => server?.close());

/** A server that answers each connection with fixed bytes, in the given pieces. */
async function answering(pieces: string[], end = false): Promise<number> {
  server = net.createServer((socket) => {
    socket.once("data", async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (end) socket.end();
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  return address.port;
}

describe("raw", () => {
  it("says that nobody listens", async () => {
    const port = await answering([]);
    await new Promise((resolve) => server?.close(resolve));
    expect(await raw(port, "GET / HTTP/1.1\r\n\r\n")).toBe("<refused>");
  });

  it("says that a reply did not come whole", async () => {
    const port = await answering(["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"], true);
    expect(await raw(port, "GET / HTTP/1.1\r\n\r\n")).toMatch(/ab<closed>$/);
  });

  it("waits for a reply in pieces, chunked or not", async () => {
    const whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    const port = await answering([...whole]);
    expect(await raw(port, "GET / HTTP/1.1\r\n\r\n")).toBe(whole);
  });

  it("knows that a reply to HEAD has no body, and that 100 is not the last word", async () => {
    const text = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    expect(await raw(await answering([text]), "HEAD / HTTP/1.1\r\n\r\n")).toBe(text);
  });

  it("tells an open connection from a closed one when asked to", async () => {
    const text = "HTTP/1.1 204 No Content\r\n\r\n";
    const port = await answering([text]);
    expect(await raw(port, "GET / HTTP/1.1\r\n\r\n", { close: true, limit: 50 })).toBe(`${text}<open>`);
  });
});

describe("parse", () => {
  it("keeps the fields in wire order and decodes the body", () => {
    const text =
      "HTTP/1.1 200 OK\r\nB: 1\r\na: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n\xc3\xa9\r\n1\r\n!\r\n0\r\n\r\n";
    expect(parse(text)).toEqual({
      status: "HTTP/1.1 200 OK",
      fields: [
        ["B", "1"],
        ["a", "2"],
        ["Transfer-Encoding", "chunked"],
      ],
      body: "é!",
    });
  });
});

describe("request", () => {
  it("adds Host and Content-Length where they are missing", () => {
    expect(String(request("POST", "/a", { "x-a": "1" }, "é"))).toBe(
      "POST /a HTTP/1.1\r\nHost: test\r\nx-a: 1\r\nContent-Length: 2\r\n\r\né",
    );
    expect(String(request("GET", "/", { host: "b" }))).toBe("GET / HTTP/1.1\r\nhost: b\r\n\r\n");
  });
});
