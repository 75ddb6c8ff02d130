import { describe, expect, it } from "vitest";
import type { ContentSink, Exchange } from "../../src/wire/exchange.js";
import { deferred } from "./deferred.js";
import { ask, parseReply, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

/** A sink that keeps all it is given. */
class Kept implements ContentSink {
  readonly chunks: Uint8Array[] = [];
  outcome = "";
  readonly over = deferred<string>();

  chunk(bytes: Uint8Array): void {
    this.chunks.push(bytes);
  }

  end(): void {
    this.settle("end");
  }

  abort(): void {
    this.settle("abort");
  }

  text(): string {
    return Buffer.concat(this.chunks).toString("latin1");
  }

  get length(): number {
    return this.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  }

  private settle(outcome: string): void {
    // A second outcome would show here.
    this.outcome += outcome;
    this.over.resolve(outcome);
  }
}

describe.each(wires)("Exchange.readContent on the $name wire", ({ wire }) => {
  /** Replies with the content that came. */
  function echo(exchange: Exchange): void {
    const kept = new Kept();
    exchange.readContent(kept);
    void kept.over.promise.then(() => exchange.reply(200, [], Buffer.concat(kept.chunks)));
    exchange.detach();
  }

  it("ends at once where no content was announced", async () => {
    const { port } = listen(wire, echo);
    for (const fields of [[], ["Content-Length: 0"]]) {
      const reply = parseReply(await ask(port, requestText("POST", "/", fields)));
      expect(reply).toMatchObject({ status: "200 OK", content: "" });
    }
  });

  it("delivers content with a length", async () => {
    const { port } = listen(wire, echo);
    const reply = parseReply(await ask(port, requestText("POST", "/", ["Content-Length: 5"], "\x00\xffabc")));
    expect(reply.content).toBe("\x00\xffabc");
  });

  it("delivers chunked content", async () => {
    const { port } = listen(wire, echo);
    const content = "2\r\nhi\r\n6\r\n there\r\n0\r\n\r\n";
    const reply = parseReply(
      await ask(port, requestText("POST", "/", ["Transfer-Encoding: chunked"], content)),
    );
    expect(reply.content).toBe("hi there");
  });

  it("ends when chunked content is empty", async () => {
    const { port } = listen(wire, echo);
    const reply = parseReply(
      await ask(port, requestText("PUT", "/", ["Transfer-Encoding: chunked"], "0\r\n\r\n")),
    );
    expect(reply).toMatchObject({ status: "200 OK", content: "" });
  });

  it("delivers what came before it was asked", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      setTimeout(() => echo(exchange), 20);
    });
    const client = await RawClient.connect(port);
    client.send(requestText("POST", "/", ["Content-Length: 6"], "abc"));
    setTimeout(() => client.send("def"), 40);
    expect(parseReply(await client.untilClosed()).content).toBe("abcdef");
  });

  it("hands over the bytes for good", async () => {
    const kept = new Kept();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.readContent(kept);
      void kept.over.promise.then(() => exchange.reply(200, [], "x"));
    });
    const client = await RawClient.connect(port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 400000\r\n\r\n");
    for (let i = 0; i < 10; i++) {
      client.send(String(i).repeat(40_000));
      await new Promise(setImmediate);
    }
    await kept.over.promise;
    expect(kept.text()).toBe(Array.from({ length: 10 }, (_, i) => String(i).repeat(40_000)).join(""));
    client.destroy();
  });

  it("lends the bytes to a sink that wants no more", async () => {
    const { port } = listen(wire, (exchange) => {
      let text = "";
      exchange.readContent({
        borrows: true,
        chunk(bytes) {
          text += Buffer.from(bytes).toString("latin1");
        },
        end: () => exchange.reply(200, [], text),
        abort() {},
      });
      exchange.detach();
    });
    const chunks = "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    const reply = await ask(port, requestText("POST", "/", ["Transfer-Encoding: chunked"], chunks));
    expect(parseReply(reply).content).toBe("abcde");
  });

  it("aborts when the client leaves", async () => {
    const kept = new Kept();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.readContent(kept);
    });
    const client = await RawClient.connect(port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    while (kept.length < 3) await new Promise(setImmediate);
    client.destroy();
    expect(await kept.over.promise).toBe("abort");
    expect(kept.outcome).toBe("abort");
  });

  it("aborts and answers 400 when the framing breaks", async () => {
    const kept = new Kept();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.readContent(kept);
    });
    const client = await RawClient.connect(port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n");
    while (kept.length < 2) await new Promise(setImmediate);
    client.send("zz\r\n");
    expect(await client.untilClosed()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(await kept.over.promise).toBe("abort");
    expect(kept.outcome).toBe("abort");
  });

  it("aborts when the reply is complete before the content, and the connection lives on", async () => {
    const kept = new Kept();
    const { port } = listen(wire, (exchange) => {
      if (exchange.method === "POST") exchange.readContent(kept);
      exchange.reply(200, [], exchange.method);
    });
    const client = await RawClient.connect(port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
    await client.until("\r\n\r\nPOST");
    expect(await kept.over.promise).toBe("abort");
    client.send(`def${requestText("GET", "/")}`);
    expect(await client.untilClosed()).toMatch(/\r\n\r\nGET$/);
  });

  it("drops content that nobody asks for, however much", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      setTimeout(() => exchange.reply(200, [], exchange.method), 5);
    });
    const client = await RawClient.connect(port);
    const size = 5_000_000;
    client.send(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`);
    client.send("x".repeat(size));
    await client.until("\r\n\r\nPOST");
    client.send(requestText("GET", "/"));
    expect(await client.untilClosed()).toMatch(/\r\n\r\nGET$/);
  });

  it("asks for content that waits for 100 Continue", async () => {
    const { port } = listen(wire, echo);
    const client = await RawClient.connect(port);
    client.send(requestText("POST", "/", ["Content-Length: 2", "Expect: 100-continue"]));
    await client.until("HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hi");
    expect(await client.untilClosed()).toMatch(
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nhi$/,
    );
  });
});

describe.each(wires)("Exchange.pauseContent on the $name wire", ({ wire }) => {
  it("holds the client back until resumeContent", async () => {
    const kept = new Kept();
    const arrived = deferred<Exchange>();
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      exchange.readContent({
        chunk(bytes) {
          kept.chunk(bytes);
          if (kept.chunks.length > 1) return;
          exchange.pauseContent();
          arrived.resolve(exchange);
        },
        end: () => kept.end(),
        abort: () => kept.abort(),
      });
      void kept.over.promise.then(() => exchange.reply(200, [], String(kept.length)));
    });
    const size = 40_000_000;
    const client = await RawClient.connect(port);
    client.send(requestText("POST", "/", [`Content-Length: ${size}`]));
    client.socket.write(Buffer.alloc(size, "x"));
    const exchange = await arrived.promise;
    // The client's side must come to rest far from the end: what the kernel holds, and no more.
    let left = -1;
    while (left !== client.socket.writableLength || client.socket.bytesWritten === 0) {
      left = client.socket.writableLength;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(left).toBeGreaterThan(size / 2);
    const delivered = kept.length;
    expect(delivered).toBeLessThan(1_000_000);
    exchange.resumeContent();
    expect(parseReply(await client.untilClosed()).content).toBe(String(size));
    expect(kept.outcome).toBe("end");
  });

  it("does nothing without content, twice, or after the end", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.pauseContent();
      exchange.resumeContent();
      exchange.resumeContent();
      exchange.detach();
      const kept = new Kept();
      exchange.readContent(kept);
      exchange.resumeContent();
      exchange.pauseContent();
      exchange.pauseContent();
      exchange.resumeContent();
      exchange.resumeContent();
      void kept.over.promise.then(() => {
        exchange.pauseContent();
        exchange.reply(200, [], kept.text());
        exchange.pauseContent();
        exchange.resumeContent();
      });
    });
    const client = await RawClient.connect(port);
    for (const content of ["", "one", "two"]) {
      client.received = "";
      client.send(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${content.length}\r\n\r\n${content}`);
      await client.until((received) => received.endsWith(`\r\n\r\n${content}`));
    }
    client.destroy();
  });
});
