import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { ask, parseReply, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

const DATE = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

describe.each(wires)("Exchange.reply on the $name wire", ({ wire }) => {
  async function replyTo(method: string, answer: (exchange: Exchange) => void) {
    const listener = listen(wire, answer);
    return parseReply(await ask(listener.port, requestText(method, "/")));
  }

  it("sends a string as UTF-8 with its length in bytes", async () => {
    const reply = await replyTo("GET", (exchange) =>
      exchange.reply(200, ["content-type", "text/plain"], "é日本"),
    );
    expect(reply.status).toBe("200 OK");
    expect(reply.fields["content-type"]).toBe("text/plain");
    expect(reply.fields["content-length"]).toBe("8");
    expect(reply.fields["date"]).toMatch(DATE);
    expect(Buffer.from(reply.content, "latin1").toString("utf8")).toBe("é日本");
  });

  it("sends bytes", async () => {
    const reply = await replyTo("GET", (exchange) =>
      exchange.reply(200, [], new Uint8Array([0, 255, 13, 10])),
    );
    expect(reply.fields["content-length"]).toBe("4");
    expect(reply.content).toBe("\x00\xff\r\n");
  });

  it("sends no content with length 0", async () => {
    for (const nothing of [null, "", new Uint8Array(0)]) {
      const reply = await replyTo("GET", (exchange) => exchange.reply(200, [], nothing));
      expect(reply.fields["content-length"]).toBe("0");
      expect(reply.content).toBe("");
    }
  });

  it("sends contents that are larger than any buffer", async () => {
    const content = Buffer.alloc(3_000_000, "0123456789");
    const reply = await replyTo("GET", (exchange) => exchange.reply(200, [], content));
    expect(reply.fields["content-length"]).toBe("3000000");
    expect(reply.content.length).toBe(3_000_000);
    expect(Buffer.from(reply.content, "latin1").equals(content)).toBe(true);
  });

  it("sends field values as latin-1, whatever the content", async () => {
    for (const content of ["plain", "日本", new Uint8Array([65])]) {
      const reply = await replyTo("GET", (exchange) =>
        exchange.reply(200, ["x-l", "caf\xe9", "x-m", "\xff"], content),
      );
      expect(reply.fields["x-l"]).toBe("caf\xe9");
      expect(reply.fields["x-m"]).toBe("\xff");
    }
  });

  it("keeps fields in order and in their letter case, repeated ones too", async () => {
    const listener = listen(wire, (exchange) =>
      exchange.reply(200, ["set-cookie", "a=1", "set-cookie", "b=2", "X-B", "", "aaa", "2"], "x"),
    );
    const text = await ask(listener.port, requestText("GET", "/"));
    expect(text).toContain("\r\nset-cookie: a=1\r\nset-cookie: b=2\r\nX-B: \r\naaa: 2\r\n");
  });

  it.each([
    [418, "418 I'm a Teapot"],
    [599, "599 HM"],
    [404, "404 Not Found"],
    [306, "306 Switch Proxy"],
  ])("names status %i as Bun does", async (status, line) => {
    expect((await replyTo("GET", (exchange) => exchange.reply(status, [], "x"))).status).toBe(line);
  });

  it.each([204, 304])("sends no content and no length with %i", async (status) => {
    for (const method of ["GET", "HEAD"]) {
      const reply = await replyTo(method, (exchange) => exchange.reply(status, ["etag", "q"], "x"));
      expect(reply.fields).toMatchObject({ etag: "q" });
      expect(reply.fields).not.toHaveProperty("content-length");
      expect(reply.fields).not.toHaveProperty("transfer-encoding");
      expect(reply.content).toBe("");
    }
  });

  it("answers HEAD with the length and without the content", async () => {
    for (const content of ["hello", new Uint8Array(5)]) {
      const reply = await replyTo("HEAD", (exchange) => exchange.reply(200, ["x", "y"], content));
      expect(reply.fields).toMatchObject({ x: "y", "content-length": "5" });
      expect(reply.content).toBe("");
    }
  });

  it("sends the first reply only", async () => {
    const listener = listen(wire, (exchange) => {
      exchange.reply(200, [], "first");
      expect(exchange.replied).toBe(true);
      exchange.reply(500, [], "second");
      exchange.stream(500, [], -1).end();
    });
    const reply = parseReply(await ask(listener.port, requestText("GET", "/")));
    expect(reply.content).toBe("first");
  });

  it("sends a reply that comes later", async () => {
    const reply = await replyTo("GET", (exchange) => {
      exchange.detach();
      setTimeout(() => exchange.reply(201, ["x", "y"], "later"), 5);
    });
    expect(reply.status).toBe("201 Created");
    expect(reply.content).toBe("later");
  });

  it("closes the connection after a reply that says so, and keeps it otherwise", async () => {
    const listener = listen(wire, (exchange) =>
      exchange.reply(200, exchange.path === "/last" ? ["Connection", "close"] : [], exchange.path),
    );
    const client = await RawClient.connect(listener.port);
    client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until("\r\n\r\n/1");
    client.send("GET /last HTTP/1.1\r\nHost: a\r\n\r\n");
    const text = await client.untilClosed();
    expect(text.endsWith("\r\n\r\n/last")).toBe(true);
    expect(text.match(/connection: close/gi)).toHaveLength(1);
  });

  it("says nothing about a connection that the client wants closed", async () => {
    const listener = listen(wire, (exchange) => exchange.reply(200, [], "x"));
    const text = await ask(listener.port, requestText("GET", "/"));
    expect(text).not.toMatch(/^connection:/im);
    expect(text).not.toMatch(/^keep-alive:/im);
  });

  it("sends prepared replies again and again", async () => {
    const prepared = wire.prepare(203, ["x", "caf\xe9"], "é");
    const listener = listen(wire, (exchange) => exchange.replyPrepared(prepared));
    for (let i = 0; i < 3; i++) {
      const reply = parseReply(await ask(listener.port, requestText("GET", "/")));
      expect(reply).toMatchObject({
        status: "203 Non-Authoritative Information",
        fields: { x: "caf\xe9", "content-length": "2" },
        content: "\xc3\xa9",
      });
    }
    const head = parseReply(await ask(listener.port, requestText("HEAD", "/")));
    expect(head).toMatchObject({ fields: { "content-length": "2" }, content: "" });
  });

  it("sends prepared replies later, and without content", async () => {
    const prepared = wire.prepare(204, ["x", "y"], null);
    const reply = await replyTo("GET", (exchange) => {
      exchange.detach();
      setImmediate(() => exchange.replyPrepared(prepared));
    });
    expect(reply.status).toBe("204 No Content");
    expect(reply.fields).not.toHaveProperty("content-length");
  });
});

describe.each(wires)("Exchange.replyHead on the $name wire", ({ wire }) => {
  it.each([
    [1234, { "content-length": "1234" }],
    [0, { "content-length": "0" }],
    [-1, { "transfer-encoding": "chunked" }],
  ])("announces length %i", async (length, framing) => {
    const listener = listen(wire, (exchange) => exchange.replyHead(200, ["x", "y"], length));
    const client = await RawClient.connect(listener.port);
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nHEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    const text = await client.until((received) => received.split("\r\n\r\n").length === 3);
    const reply = parseReply(text);
    expect(reply.fields).toMatchObject({ x: "y", ...framing });
    expect(reply.content).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    client.destroy();
  });
});
