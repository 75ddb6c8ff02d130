import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/wire/exchange.js";
import { nodeWire } from "../../../src/wire/node/wire.js";
import { ask, decodeChunks, RawClient } from "../raw-client.js";
import { listen } from "../wires.js";

// What Bun 1.4.4 sends, byte for byte; it lets this wire differ from node:http and from the other wire.

const HOST = "Host: a\r\n";
const NEXT = `GET /next HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`;

async function bytes(request: string, answer: (exchange: Exchange) => void): Promise<string> {
  const { port } = listen(nodeWire(), (exchange) => {
    if (exchange.path === "/next") exchange.close();
    else answer(exchange);
  });
  return (await ask(port, request + NEXT)).replace(/Date: \w{3}, [^\r]* GMT\r\n/, "Date: now\r\n");
}

describe("Replies of the node wire", () => {
  const reply = (method: string, status: number, fields: string[], content: string | null) =>
    bytes(`${method} / HTTP/1.1\r\n${HOST}\r\n`, (exchange) => exchange.reply(status, fields, content));

  it.each<[string, number, string[], string | null, string]>([
    [
      "GET",
      200,
      ["content-type", "a/b"],
      "hi",
      "200 OK\r\ncontent-type: a/b\r\nDate: now\r\nContent-Length: 2\r\n\r\nhi",
    ],
    ["GET", 200, [], null, "200 OK\r\nDate: now\r\nContent-Length: 0\r\n\r\n"],
    ["HEAD", 200, ["X-A", "1"], "hi", "200 OK\r\nX-A: 1\r\ncontent-length: 2\r\n\r\n"],
    ["GET", 204, ["x", "y"], "hi", "204 No Content\r\nx: y\r\nDate: now\r\n\r\n"],
    ["HEAD", 204, [], "hi", "204 No Content\r\nDate: now\r\n\r\n"],
    ["GET", 304, [], null, "304 Not Modified\r\nDate: now\r\n\r\n"],
    ["GET", 205, [], null, "205 Reset Content\r\nDate: now\r\nContent-Length: 0\r\n\r\n"],
    ["GET", 101, [], null, "101 Switching protocols\r\nDate: now\r\n\r\n"],
    ["GET", 599, [], "x", "599 HM\r\nDate: now\r\nContent-Length: 1\r\n\r\nx"],
    ["GET", 200, ["date", "foo", "a", "b"], "x", "200 OK\r\ndate: foo\r\na: b\r\nContent-Length: 1\r\n\r\nx"],
    ["HEAD", 200, ["Date", "foo"], "x", "200 OK\r\nDate: foo\r\ncontent-length: 1\r\n\r\n"],
    ["GET", 200, ["content-length", "9"], "xyz", "200 OK\r\nDate: now\r\nContent-Length: 3\r\n\r\nxyz"],
    ["GET", 200, ["Transfer-Encoding", "chunked"], "x", "200 OK\r\nDate: now\r\nContent-Length: 1\r\n\r\nx"],
    [
      "GET",
      200,
      ["Connection", "x, Close"],
      "x",
      "200 OK\r\nConnection: x, Close\r\nDate: now\r\nContent-Length: 1\r\n\r\nx",
    ],
    [
      "GET",
      200,
      ["Connection", "keep-alive", "Keep-Alive", "timeout=5"],
      "x",
      "200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nDate: now\r\nContent-Length: 1\r\n\r\nx",
    ],
  ])("to %s with status %i and fields %j", async (method, status, fields, content, expected) => {
    expect(await reply(method, status, fields, content)).toBe(`HTTP/1.1 ${expected}`);
  });

  it("in pieces", async () => {
    const request = `GET / HTTP/1.1\r\n${HOST}\r\n`;
    const pieces = (length: number) => (exchange: Exchange) => {
      const writer = exchange.stream(200, ["a", "b"], length);
      writer.write("one");
      writer.write("two");
      writer.end();
    };
    const chunked = await bytes(request, pieces(-1));
    const [head = "", content = ""] = chunked.split(/(?<=\r\n\r\n)([\s\S]*)/);
    expect(head).toBe("HTTP/1.1 200 OK\r\na: b\r\nDate: now\r\nTransfer-Encoding: chunked\r\n\r\n");
    // Newer node joins pieces of one tick in one chunk.
    expect(decodeChunks(content)).toBe("onetwo");
    expect(await bytes(request, pieces(6))).toBe(
      "HTTP/1.1 200 OK\r\na: b\r\nDate: now\r\nContent-Length: 6\r\n\r\nonetwo",
    );
  });

  it("to HTTP/1.0, which ends the connection and has no chunks", async () => {
    const request = `GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`;
    expect(await bytes(request, (exchange) => exchange.reply(200, ["Connection", "keep-alive"], "x"))).toBe(
      "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nDate: now\r\nContent-Length: 1\r\n\r\nx",
    );
    const streamed = await bytes(request, (exchange) => {
      const writer = exchange.stream(200, [], -1);
      writer.write("a");
      writer.write("b");
      writer.end();
    });
    expect(streamed).toBe("HTTP/1.1 200 OK\r\nDate: now\r\n\r\nab");
  });
});

describe("Requests to the node wire", () => {
  const target = (line: string) =>
    bytes(`${line}\r\n${HOST}Connection: close\r\n\r\n`, (exchange) =>
      exchange.reply(200, ["Date", "0"], `${exchange.method} ${exchange.target} ${exchange.path}`),
    ).then((text) => text.replace(/^HTTP[\s\S]*\r\n\r\n/, ""));

  it.each([
    ["GET http://o/p?q HTTP/1.1", "GET /p?q /p"],
    ["GET http://o HTTP/1.1", "GET / /"],
    ["GET HTTPS://u:p@o:8/x HTTP/1.1", "GET /x /x"],
    ["GET http://o?x HTTP/1.1", "GET /?x /"],
    ["GET //o/x HTTP/1.1", "GET //o/x //o/x"],
    ["CONNECT a:443 HTTP/1.1", "CONNECT a:443 a:443"],
    ["PURGE / HTTP/1.1", "PURGE / /"],
    ["M-SEARCH / HTTP/1.1", "M-SEARCH / /"],
  ])("take %j", async (line, expected) => {
    expect(await target(line)).toBe(expected);
  });

  it.each(["FOOBAR / HTTP/1.1", "get / HTTP/1.1"])("close without a word on %j", async (line) => {
    expect(await target(line)).toBe("");
  });

  const POST = `POST / HTTP/1.1\r\n${HOST}`;
  const CHUNKED = `${POST}Transfer-Encoding: chunked\r\n\r\n`;
  it.each([
    ["GET / HTTP/1.1\r\n\r\n", 400],
    [`GET a HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`GET ftp://o/ HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`G@T / HTTP/1.1\r\n${HOST}\r\n`, 400],
    ["FOO\r\n\r\n", 400],
    ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    [`GET / HTTP/1.1\r\n${HOST}: v\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}x : v\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}x: a\r\n b\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}x: a\0b\r\n\r\n`, 400],
    [`${POST}Content-Length:\r\n\r\n`, 400],
    [`${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\nhi`, 400],
    [`${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`${POST}Transfer-Encoding: identity\r\n\r\n`, 400],
    [`${POST}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`, 400],
    [`${POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ["POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
    [`${CHUNKED}zz\r\nabc\r\n0\r\n\r\n`, 400],
    [`${CHUNKED}3\r\nabcX0\r\n\r\n`, 400],
    [`${CHUNKED}fffffffffffffffff\r\nabc`, 400],
    [`GET / HTTP/1.2\r\n${HOST}\r\n`, 505],
    [`GET / HTTP/2.0\r\n${HOST}\r\n`, 505],
    ["GET /\r\n\r\n", 505],
    [`GET / HTTP/1.1\r\n${HOST}x: ${"a".repeat(17_000)}\r\n\r\n`, 431],
    [`GET / HTTP/1.1\r\n${HOST}${"x: y\r\n".repeat(198)}\r\n`, 431],
    [`GET /${"a".repeat(17_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
  ])("are refused once, and nothing after them is served: %j", async (request, status) => {
    const names: Record<number, string> = {
      400: "400 Bad Request",
      431: "431 Request Header Fields Too Large",
      505: "505 HTTP Version Not Supported",
    };
    const text = await bytes(request, (exchange) => {
      exchange.detach();
      exchange.readContent({ chunk() {}, end: () => exchange.reply(200, [], "x"), abort() {} });
    });
    expect(text).toBe(`HTTP/1.1 ${names[status]}\r\nConnection: close\r\n\r\n`);
  });

  it("may have 198 fields", async () => {
    const text = await bytes(`GET / HTTP/1.1\r\n${HOST}${"x: y\r\n".repeat(197)}\r\n`, (exchange) =>
      exchange.reply(200, [], "x"),
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it("ignore chunk extensions", async () => {
    const { port } = listen(nodeWire(), (exchange) => {
      let length = 0;
      exchange.detach();
      exchange.readContent({
        chunk(piece) {
          length += piece.byteLength;
        },
        end: () => exchange.reply(200, ["connection", "close"], String(length)),
        abort() {},
      });
    });
    const text = await ask(port, `${CHUNKED}3;a=b\r\nabc\r\n0;c\r\n\r\n`);
    expect(text).toMatch(/\r\n\r\n3$/);
  });

  it("go on after CONNECT", async () => {
    const { port } = listen(nodeWire(), (exchange) => exchange.reply(200, [], `<${exchange.method}>`));
    const client = await RawClient.connect(port);
    client.send(`CONNECT a:1 HTTP/1.1\r\n${HOST}\r\nGET / HTTP/1.1\r\n${HOST}\r\n`);
    await client.until("<GET>");
    client.send(NEXT);
    expect((await client.untilClosed()).match(/<\w+>/g)).toEqual(["<CONNECT>", "<GET>", "<GET>"]);
  });

  it("that come while a reply is pending wait for their turn", async () => {
    const { port } = listen(nodeWire(), (exchange) => {
      exchange.detach();
      setTimeout(() => exchange.reply(200, [], `<${exchange.path}>`), exchange.path === "/1" ? 20 : 0);
    });
    const text = await ask(
      port,
      `GET /1 HTTP/1.1\r\n${HOST}\r\nGET /2 HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
    );
    expect(text.match(/<\/\d>/g)).toEqual(["</1>", "</2>"]);
  });

  it("have their reply before what is behind them is refused", async () => {
    const { port } = listen(nodeWire(), (exchange) => {
      exchange.detach();
      void Promise.resolve().then(() => exchange.reply(200, [], "<there>"));
    });
    const text = await ask(port, `GET / HTTP/1.1\r\n${HOST}\r\n{}\r\n\r\n`);
    expect(text).toMatch(/\r\n\r\n<there>HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
  });
});
