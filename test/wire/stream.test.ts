import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { deferred } from "./deferred.js";
import { ask, decodeChunks, parseReply, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

const PIECE = Buffer.alloc(64 * 1024, "x");

describe.each(wires)("Exchange.stream on the $name wire", ({ wire }) => {
  async function replyTo(answer: (exchange: Exchange) => void) {
    const listener = listen(wire, answer);
    return parseReply(await ask(listener.port, requestText("GET", "/")));
  }

  it("sends pieces as chunks", async () => {
    const reply = await replyTo((exchange) => {
      exchange.detach();
      const writer = exchange.stream(201, ["x", "caf\xe9"], -1);
      expect(writer.write("é")).toBe(true);
      writer.write("");
      writer.write(new Uint8Array([66]));
      setTimeout(() => {
        writer.write("later");
        writer.end();
        expect(exchange.replied).toBe(true);
        writer.write("too late");
        writer.end();
      }, 5);
    });
    expect(reply.status).toBe("201 Created");
    expect(reply.fields).toMatchObject({ x: "caf\xe9", "transfer-encoding": "chunked" });
    expect(reply.fields).not.toHaveProperty("content-length");
    expect(decodeChunks(reply.content)).toBe("\xc3\xa9Blater");
  });

  it("ends without a piece", async () => {
    const reply = await replyTo((exchange) => exchange.stream(200, [], -1).end());
    const chunked = reply.fields["transfer-encoding"] === "chunked";
    expect(chunked ? decodeChunks(reply.content) : reply.content).toBe("");
    if (!chunked) expect(reply.fields["content-length"]).toBe("0");
  });

  it("sends the first piece before the second is there", async () => {
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      writer.write("first");
      writer.flush();
    });
    const client = await RawClient.connect(listener.port);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until("5\r\nfirst");
    client.destroy();
  });

  it("sends a declared length without chunks", async () => {
    const reply = await replyTo((exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], 7);
      writer.write("é");
      setImmediate(() => {
        writer.write("hello");
        writer.end();
      });
    });
    expect(reply.fields).toMatchObject({ "content-length": "7" });
    expect(reply.fields).not.toHaveProperty("transfer-encoding");
    expect(reply.content).toBe("\xc3\xa9hello");
  });

  it("drops what goes beyond the declared length", async () => {
    const listener = listen(wire, (exchange) => {
      if (exchange.path === "/2") {
        exchange.reply(200, [], "second");
        return;
      }
      exchange.detach();
      const writer = exchange.stream(200, [], 3);
      setImmediate(() => {
        writer.write("ab");
        writer.write("cHTTP/1.1 500 Smuggled\r\n\r\n");
        writer.end();
      });
    });
    const client = await RawClient.connect(listener.port);
    client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until("\r\n\r\nabc");
    client.send(requestText("GET", "/2"));
    expect(await client.untilClosed()).toMatch(/\r\n\r\nabcHTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nsecond$/);
  });

  it("closes the connection when a declared length is not met", async () => {
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], 10);
      writer.write("short");
      setTimeout(() => writer.end(), 5);
    });
    const client = await RawClient.connect(listener.port);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(await client.untilClosed()).toMatch(/\r\n\r\nshort$/);
  });

  it.each([-1, 640 * PIECE.length])("tells when the client reads too slowly (length %i)", async (length) => {
    const total = 640;
    let pauses = 0;
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], length);
      let sent = 0;
      const pump = (): void => {
        while (sent < total) {
          sent++;
          if (!writer.write(PIECE)) {
            pauses++;
            if (sent < total) return;
          }
        }
        writer.end();
      };
      writer.onDrain(() => {
        if (sent < total) pump();
      });
      pump();
    });
    const client = await RawClient.connect(listener.port);
    client.socket.pause();
    client.send(requestText("GET", "/"));
    while (pauses === 0) await new Promise(setImmediate);
    expect(client.received).toBe("");
    client.socket.resume();
    const { content } = parseReply(await client.untilClosed());
    expect((length < 0 ? decodeChunks(content) : content).length).toBe(total * PIECE.length);
    expect(pauses).toBeGreaterThan(0);
  });

  it("does nothing once the client has left", async () => {
    const { promise, resolve } = deferred<boolean[]>();
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      writer.write("x");
      writer.flush();
      exchange.onAbort(() => {
        const results = [writer.write("y"), exchange.stream(200, [], -1).write("z")];
        writer.flush();
        writer.onDrain(() => {});
        writer.end();
        resolve(results);
      });
    });
    const client = await RawClient.connect(listener.port);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until("1\r\nx");
    client.destroy();
    expect(await promise).toEqual([true, true]);
  });
});
