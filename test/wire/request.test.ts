import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import type { Exchange, SocketAddress } from "../../src/wire/exchange.js";
import { ask, parseReply, RawClient, requestText } from "./raw-client.js";
import { listen, wholeValueWires, wires } from "./wires.js";

describe.each(wires)("Exchange on the $name wire", ({ wire }) => {
  async function see<T>(request: string, read: (exchange: Exchange) => T): Promise<T> {
    const seen: T[] = [];
    const listener = listen(wire, (exchange) => {
      seen.push(read(exchange));
      exchange.reply(200, [], "x");
    });
    await ask(listener.port, request);
    const [first] = seen;
    if (seen.length !== 1 || first === undefined) throw new Error(`seen ${seen.length} requests`);
    return first;
  }

  it("shows method, target and path as sent", async () => {
    const seen = await see(
      requestText("PUT", "/a%20b//c?d=%C3%A9&e?f"),
      ({ method, target, path, secure }) => ({
        method,
        target,
        path,
        secure,
      }),
    );
    expect(seen).toEqual({
      method: "PUT",
      target: "/a%20b//c?d=%C3%A9&e?f",
      path: "/a%20b//c",
      secure: false,
    });
  });

  it("keeps the empty query", async () => {
    expect(await see(requestText("GET", "/a?"), ({ target, path }) => [target, path])).toEqual(["/a?", "/a"]);
  });

  it("finds fields by lower-case name, joined", async () => {
    const request = requestText("GET", "/", ["X-A: 1", "x-a:  2 ", "Cookie: a=1", "cookie: b=2", "x-empty:"]);
    const seen = await see(request, (exchange) =>
      ["x-a", "cookie", "x-empty", "host", "x-none"].map((name) => exchange.header(name)),
    );
    expect(seen).toEqual(["1, 2", "a=1; b=2", "", "localhost", null]);
  });

  it("tells whether a field is there and not empty, before and after others were read", async () => {
    const request = requestText("GET", "/", ["X-A: 1", "x-empty:"]);
    const names = ["x-a", "x-empty", "host", "x-none"];
    const seen = await see(request, (exchange) => {
      const before = names.map((name) => exchange.hasField(name));
      exchange.headerList();
      return [before, names.map((name) => exchange.hasField(name))];
    });
    expect(seen).toEqual([
      [true, false, true, false],
      [true, false, true, false],
    ]);
  });

  it("reads field values as latin-1", async () => {
    const request = requestText("GET", "/", ["x-l: caf\xe9!", "x-u: u\xc3\xa9."]);
    const seen = await see(request, (exchange) => [
      exchange.header("x-l"),
      exchange.header("x-u"),
      exchange.headerList(),
    ]);
    expect(seen[0]).toBe("caf\xe9!");
    expect(seen[1]).toBe("u\xc3\xa9.");
    expect(seen[2]).toContain("caf\xe9!");
  });

  it("lists all fields in order", async () => {
    const list = await see(requestText("GET", "/", ["X-A: 1", "b: 2", "X-A: 3"]), (exchange) =>
      exchange.headerList(),
    );
    const pairs = Array.from({ length: list.length / 2 }, (_, i) => [
      list[2 * i]?.toLowerCase(),
      list[2 * i + 1],
    ]);
    expect(pairs).toEqual([
      ["host", "localhost"],
      ["connection", "close"],
      ["x-a", "1"],
      ["b", "2"],
      ["x-a", "3"],
    ]);
  });

  it("can be read after it was detached", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      setTimeout(() => {
        const { method, target, path } = exchange;
        exchange.reply(
          200,
          [],
          JSON.stringify([method, target, path, exchange.header("x-a"), exchange.header("no")]),
        );
      }, 5);
    });
    const reply = parseReply(await ask(port, requestText("PATCH", "/a?b", ["X-A: 1"])));
    expect(JSON.parse(reply.content)).toEqual(["PATCH", "/a?b", "/a", "1", null]);
  });

  it("tells whether content was announced", async () => {
    const announced = ({ hasContent, contentLength }: Exchange) => [hasContent, contentLength];
    expect(await see(requestText("GET", "/"), announced)).toEqual([false, 0]);
    expect(await see(requestText("POST", "/", ["Content-Length: 0"]), announced)).toEqual([false, 0]);
    expect(await see(requestText("POST", "/", ["Content-Length: 2"], "hi"), announced)).toEqual([true, 2]);
    const chunked = requestText("POST", "/", ["Transfer-Encoding: Chunked"], "2\r\nhi\r\n0\r\n\r\n");
    expect(await see(chunked, announced)).toEqual([true, -1]);
  });

  it.each(["GET", "HEAD"])("drops the content of %s, as Bun does", async (method) => {
    const seen = await see(
      requestText(method, "/", ["Content-Length: 2"], "hi"),
      (exchange) => exchange.hasContent,
    );
    expect(seen).toBe(false);
  });

  it.each([
    ["127.0.0.1", "127.0.0.1", { address: "127.0.0.1", family: "IPv4" }],
    [undefined, "127.0.0.1", { address: "::ffff:127.0.0.1", family: "IPv6" }],
    [undefined, "::1", { address: "::1", family: "IPv6" }],
  ])("shows the address of a client of %s at %s", async (hostname, host, expected) => {
    let seen: SocketAddress | null = null;
    const listener = listen(
      wire,
      (exchange) => {
        seen = exchange.remoteAddress();
        exchange.reply(200, [], "x");
      },
      { hostname },
    );
    const client = await RawClient.connect(listener.port, host);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until("\r\n\r\nx");
    expect(seen).toEqual({ ...expected, port: client.socket.localPort });
    client.destroy();
  });

  it("keeps what it is given", async () => {
    expect(
      await see(requestText("GET", "/"), (exchange) => {
        exchange.owner = "me";
        return exchange.owner;
      }),
    ).toBe("me");
  });

  it("gives each request an async context of its own", async () => {
    const storage = new AsyncLocalStorage<string>();
    const { port } = listen(wire, (exchange) => {
      const before = storage.getStore() ?? "nothing";
      storage.enterWith(exchange.path);
      exchange.detach();
      setImmediate(() => exchange.reply(200, [], `${before} then ${storage.getStore()};`));
    });
    const client = await RawClient.connect(port);
    for (const path of ["/1", "/2", "/3"]) {
      client.send(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      await client.until(`nothing then ${path};`);
    }
    client.destroy();
  });
});

describe.each(wholeValueWires)("Exchange.header on the $name wire", ({ wire }) => {
  it("keeps bytes above 0x7f at the ends of a value", async () => {
    const { port } = listen(wire, (exchange) =>
      exchange.reply(200, ["x-l", exchange.header("x-l") ?? ""], null),
    );
    const reply = parseReply(await ask(port, requestText("GET", "/", ["x-l: \xe9caf\xe9"])));
    expect(reply.fields["x-l"]).toBe("\xe9caf\xe9");
  });
});

describe.each(wires)("Pipelining on the $name wire", ({ wire }) => {
  it("serves requests that came together, in order", async () => {
    const { port } = listen(wire, (exchange) => exchange.reply(200, [], `<${exchange.path}>`));
    const requests = Array.from({ length: 20 }, (_, i) => `GET /${i} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const text = await ask(port, requests.join("") + requestText("GET", "/last"));
    expect(text.match(/<\/\w+>/g)).toEqual([...requests.map((_, i) => `</${i}>`), "</last>"]);
  });

  it("finds the next request behind unread content", async () => {
    const { port } = listen(wire, (exchange) => exchange.reply(200, [], `<${exchange.method}>`));
    const posts =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nGET " + // looks like a request
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nPUT \r\n0\r\n\r\n";
    const text = await ask(port, posts + requestText("GET", "/"));
    expect(text.match(/<\w+>/g)).toEqual(["<POST>", "<POST>", "<GET>"]);
  });

  it("takes requests byte by byte", async () => {
    const { port } = listen(wire, (exchange) => exchange.reply(200, [], exchange.header("x-a")));
    const client = await RawClient.connect(port);
    client.socket.setNoDelay(true);
    for (const byte of requestText("GET", "/", ["X-A: split"])) {
      client.send(byte);
      await new Promise(setImmediate);
    }
    expect((await client.untilClosed()).endsWith("\r\n\r\nsplit")).toBe(true);
  });
});
