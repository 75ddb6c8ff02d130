import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { deferred } from "./deferred.js";
import { ask, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

describe.each(wires)("Exchange.onAbort on the $name wire", ({ wire }) => {
  it("calls every listener once when the client leaves", async () => {
    const calls: number[] = [];
    const arrived = deferred<Exchange>();
    const left = deferred<void>();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      for (const i of [1, 2, 3]) exchange.onAbort(() => calls.push(i));
      exchange.onAbort(() => left.resolve());
      arrived.resolve(exchange);
    });
    const client = await RawClient.connect(port);
    client.send("GET /path HTTP/1.1\r\nHost: a\r\n\r\n");
    const exchange = await arrived.promise;
    expect(exchange.aborted).toBe(false);
    client.destroy();
    await left.promise;
    expect(calls).toEqual([1, 2, 3]);
    expect(exchange.aborted).toBe(true);
    expect(exchange.remoteAddress()).toBe(null);
    expect(exchange.path).toBe("/path");

    exchange.onAbort(() => calls.push(4));
    expect(calls).toEqual([1, 2, 3, 4]);
    // All of it in vain, and without harm.
    exchange.reply(200, [], "x");
    exchange.replyHead(200, [], 1);
    exchange.replyPrepared(wire.prepare(200, [], "x"));
    exchange.pauseContent();
    exchange.resumeContent();
    exchange.close();
    exchange.detach();
    expect(exchange.replied).toBe(false);
    expect(calls).toEqual([1, 2, 3, 4]);
  });

  it("calls nobody after a complete reply", async () => {
    const calls: string[] = [];
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.onAbort(() => calls.push("before"));
      setImmediate(() => {
        exchange.reply(200, [], "x");
        exchange.onAbort(() => calls.push("after"));
        expect(exchange.aborted).toBe(false);
      });
    });
    await ask(port, requestText("GET", "/"));
    await ask(port, requestText("GET", "/"));
    expect(calls).toEqual([]);
  });

  it("calls listeners when the client leaves in the middle of a stream", async () => {
    const left = deferred<boolean>();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      writer.write("x");
      writer.flush();
      exchange.onAbort(() => left.resolve(exchange.replied));
    });
    const client = await RawClient.connect(port);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until("\r\n\r\n1\r\nx");
    client.destroy();
    expect(await left.promise).toBe(false);
  });
});

describe.each(wires)("Exchange.sending on the $name wire", ({ wire }) => {
  const large = Buffer.alloc(40_000_000, "x");

  it("holds while the client has not taken a whole reply, and an abort can come", async () => {
    const left = deferred<boolean>();
    const handedOver = deferred<Exchange>();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.onAbort(() => left.resolve(exchange.sending));
      exchange.reply(200, [], large);
      exchange.onSent(() => expect.unreachable());
      handedOver.resolve(exchange);
    });
    const client = await RawClient.connect(port);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const exchange = await handedOver.promise;
    expect(exchange).toMatchObject({ replied: true, sending: true, aborted: false });
    client.destroy();
    expect(await left.promise).toBe(false);
    expect(exchange.aborted).toBe(true);
  });

  it("ends with a call once the client has taken all, and no abort", async () => {
    const sent = deferred<boolean>();
    const calls: string[] = [];
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.onAbort(() => calls.push("abort"));
      exchange.reply(200, [], large);
      exchange.onSent(() => sent.resolve(exchange.sending));
    });
    const reply = await ask(port, requestText("GET", "/"));
    expect(reply.length).toBeGreaterThan(large.length);
    expect(await sent.promise).toBe(false);
    expect(calls).toEqual([]);
  });
});

describe.each(wires)("Exchange.close on the $name wire", ({ wire }) => {
  it("closes the connection without a reply, and tells the listeners", async () => {
    const calls: string[] = [];
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.onAbort(() => calls.push("abort"));
      exchange.close();
      calls.push(`aborted: ${exchange.aborted}`);
      exchange.close();
      exchange.reply(200, [], "x");
    });
    expect(await ask(port, requestText("GET", "/"))).toBe("");
    expect(calls).toEqual(["abort", "aborted: true"]);
  });

  it("closes later", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      setImmediate(() => exchange.close());
    });
    expect(await ask(port, requestText("POST", "/", ["Content-Length: 10"], "half"))).toBe("");
  });

  it("cuts a stream off", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      writer.write("x");
      writer.flush();
      setTimeout(() => {
        exchange.close();
        writer.write("y");
        writer.end();
      }, 10);
    });
    expect(await ask(port, requestText("GET", "/"))).toMatch(/\r\n\r\n1\r\nx(\r\n)?$/);
  });
});
