import { describe, expect, it } from "vitest";
import type { ContentSink, Exchange } from "../../src/wire/exchange.js";
import { ask, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

const TOO_LARGE = "HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\n\r\n";

function chunks(...pieces: string[]): string {
  return pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join("");
}

/** Reads content up to ten bytes, and tells how that ended. */
function limited(exchange: Exchange, told: string[], done: () => void = () => {}): void {
  exchange.contentLimit = 10;
  exchange.onAbort(() => told.push("abort listener"));
  const sink: ContentSink = {
    chunk: (bytes) => told.push(`chunk ${bytes.byteLength}`),
    end: () => {
      told.push("end");
      done();
    },
    abort: (cause) => told.push(cause),
  };
  exchange.readContent(sink);
  exchange.detach();
}

describe.each(wires)("Exchange.refuse on the $name wire", ({ wire }) => {
  it("sends the status line, Connection: close and nothing else", async () => {
    const { port } = listen(wire, (exchange) => exchange.refuse("413 Request Entity Too Large"));
    const reply = await ask(port, requestText("POST", "/", ["Content-Length: 3"], "abc"));
    expect(reply).toBe("HTTP/1.1 413 Request Entity Too Large\r\nConnection: close\r\n\r\n");
  });

  it("answers after the handler's turn, too", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      setImmediate(() => exchange.refuse("413 Late"));
    });
    expect(await ask(port, requestText("POST", "/", ["Content-Length: 3"], "abc"))).toBe(
      "HTTP/1.1 413 Late\r\nConnection: close\r\n\r\n",
    );
  });

  it("reaches a client that is in the middle of a large upload", async () => {
    const { port } = listen(wire, (exchange) => exchange.refuse("413 Large"));
    const size = 8 * 1024 * 1024;
    const client = await RawClient.connect(port);
    client.send(requestText("POST", "/", [`Content-Length: ${size}`], "x".repeat(size)));
    expect(await client.until("\r\n\r\n")).toBe("HTTP/1.1 413 Large\r\nConnection: close\r\n\r\n");
    client.destroy();
  });

  it("makes later replies do nothing", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.refuse("413 First");
      exchange.reply(200, [], "second");
      exchange.refuse("413 Third");
    });
    expect(await ask(port, requestText("GET", "/"))).toBe("HTTP/1.1 413 First\r\nConnection: close\r\n\r\n");
  });

  it("only closes in the middle of a reply", async () => {
    const { port } = listen(wire, (exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      writer.write("begun");
      setImmediate(() => exchange.refuse("413 No"));
    });
    const client = await RawClient.connect(port);
    client.send(requestText("GET", "/"));
    expect(await client.untilClosed()).not.toContain("413");
  });
});

describe.each(wires)("Exchange.contentLimit on the $name wire", ({ wire }) => {
  it("lets content up to the limit through", async () => {
    const told: string[] = [];
    const { port } = listen(wire, (exchange) =>
      limited(exchange, told, () => exchange.reply(200, [], "taken")),
    );
    const reply = await ask(
      port,
      requestText("POST", "/", ["Transfer-Encoding: chunked"], `${chunks("12345", "67890")}0\r\n\r\n`),
    );
    expect(reply).toContain("taken");
    expect(told.at(-1)).toBe("end");
  });

  it("refuses more than the limit, and tells the reader why", async () => {
    const told: string[] = [];
    const { port } = listen(wire, (exchange) => limited(exchange, told));
    const reply = await ask(
      port,
      requestText("POST", "/", ["Transfer-Encoding: chunked"], chunks("12345", "678901")),
    );
    expect(reply).toBe(TOO_LARGE);
    expect(told.filter((word) => !word.startsWith("chunk"))).toEqual(["limit"]);
  });

  it("refuses before the client has sent everything", async () => {
    const { port } = listen(wire, (exchange) => limited(exchange, []));
    const client = await RawClient.connect(port);
    client.send(requestText("POST", "/", ["Transfer-Encoding: chunked"], chunks("12345678901")));
    expect(await client.until("\r\n\r\n")).toBe(TOO_LARGE);
    expect(await client.untilClosed()).toBe(TOO_LARGE);
  });
});
