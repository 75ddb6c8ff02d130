import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { ask, parseReply, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

const HOST = "Host: a\r\n";
const CHUNKED = `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`;

/** Each of these ended, hung or confused some server once. */
const INPUTS: Record<string, string> = {
  nothing: "",
  "a TLS hello": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  "an HTTP/2 preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "line ends alone": "\r\n\r\n\r\n\r\n",
  "zero bytes": "\0".repeat(5_000),
  "half a request": "GET / HTTP/1.1\r\nHo",
  "no version": "GET /\r\n\r\n",
  "no host": "GET / HTTP/1.1\r\n\r\n",
  "HTTP/1.0": "GET / HTTP/1.0\r\n\r\n",
  "HTTP/9.9": `GET / HTTP/9.9\r\n${HOST}\r\n`,
  "an empty field name": `GET / HTTP/1.1\r\n${HOST}: v\r\n\r\n`,
  "a NUL in a value": `GET / HTTP/1.1\r\n${HOST}x: a\0b\r\n\r\n`,
  "a bare CR in a value": `GET / HTTP/1.1\r\n${HOST}x: a\rb\r\n\r\n`,
  "a folded line": `GET / HTTP/1.1\r\n${HOST}x: a\r\n b\r\n\r\n`,
  "a huge field": `GET / HTTP/1.1\r\n${HOST}x: ${"a".repeat(100_000)}\r\n\r\n`,
  "a thousand fields": `GET / HTTP/1.1\r\n${HOST}${"x: y\r\n".repeat(1_000)}\r\n`,
  "a huge target": `GET /${"a".repeat(100_000)} HTTP/1.1\r\n${HOST}\r\n`,
  "a target without slash": `GET a HTTP/1.1\r\n${HOST}\r\n`,
  "every byte in a target": `GET /${String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i))} HTTP/1.1\r\n${HOST}\r\n`,
  "broken percent signs": `GET /%%%00%ff%zz?%&=%e HTTP/1.1\r\n${HOST}\r\n`,
  "prototype names": `GET /__proto__?constructor HTTP/1.1\r\n${HOST}__proto__: 1\r\nconstructor: 2\r\n\r\n`,
  "an unknown method": `FOOBAR / HTTP/1.1\r\n${HOST}\r\n`,
  CONNECT: `CONNECT a:443 HTTP/1.1\r\n${HOST}\r\n`,
  "CONNECT with a path": `CONNECT /x HTTP/1.1\r\n${HOST}Connection: close\r\n\r\nbytes`,
  "an unwanted upgrade": `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n`,
  "a negative length": `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`,
  "an empty length": `POST / HTTP/1.1\r\n${HOST}Content-Length:\r\n\r\n`,
  "a length beyond numbers": `POST / HTTP/1.1\r\n${HOST}Content-Length: ${"9".repeat(30)}\r\n\r\nx`,
  "two lengths": `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nhi`,
  "length and chunks": `POST / HTTP/1.1\r\n${HOST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  "another transfer coding": `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  "a bad chunk size": `${CHUNKED}zz\r\nabc\r\n0\r\n\r\n`,
  "a negative chunk size": `${CHUNKED}-1\r\nabc\r\n0\r\n\r\n`,
  "a chunk size beyond numbers": `${CHUNKED}${"f".repeat(40)}\r\nabc`,
  "a chunk without end": `${CHUNKED}3\r\nabcX0\r\n\r\n`,
  "content cut short": `POST / HTTP/1.1\r\n${HOST}Content-Length: 100\r\n\r\nabc`,
};

describe.each(wires)("Hostile input on the $name wire", ({ wire }) => {
  /** Reads everything that an exchange offers, and answers. */
  function serve(exchange: Exchange): void {
    exchange.detach();
    exchange.headerList();
    exchange.header("__proto__");
    exchange.remoteAddress();
    exchange.onAbort(() => {});
    const answer = () => exchange.reply(200, ["x", exchange.method], exchange.path + exchange.target);
    exchange.readContent({ chunk() {}, end: answer, abort() {} });
  }

  it.each(Object.entries(INPUTS))("survives %s, whole and byte by byte", async (_name, input) => {
    const { port } = listen(wire, serve);
    const whole = await RawClient.connect(port);
    whole.send(input);
    whole.socket.end();
    await whole.untilClosed();
    expect(whole.received === "" || whole.received.startsWith("HTTP/1.1 ")).toBe(true);

    const slow = await RawClient.connect(port);
    slow.socket.setNoDelay(true);
    for (const byte of input.slice(0, 300)) slow.send(byte);
    slow.socket.end();
    await slow.untilClosed();

    const reset = await RawClient.connect(port);
    reset.send(input);
    reset.socket.resetAndDestroy();

    expect(parseReply(await ask(port, requestText("GET", "/")))).toMatchObject({
      status: "200 OK",
      content: "//",
    });
  });

  it("survives clients that leave at any moment", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      writer.write("x".repeat(100_000));
      setImmediate(() => {
        writer.write("y");
        writer.end();
      });
    });
    for (let i = 0; i < 40; i++) {
      const client = await RawClient.connect(port);
      client.send(requestText("GET", "/"));
      for (let turn = 0; turn < i % 8; turn++) await new Promise(setImmediate);
      if (i % 2 === 0) client.socket.resetAndDestroy();
      else client.destroy();
    }
    expect(await ask(port, requestText("GET", "/"))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });
});
