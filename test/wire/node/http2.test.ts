import { once } from "node:events";
import { type ClientHttp2Session, connect, constants } from "node:http2";
import { connect as connectSocket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/wire/exchange.js";
import { nodeWire } from "../../../src/wire/node/wire.js";
import type { Listener } from "../../../src/wire/wire.js";
import { ask as askHttp1, parseReply, RawClient, requestText } from "../raw-client.js";
import { listen } from "../wires.js";

const clients: ClientHttp2Session[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

function open(request: (exchange: Exchange) => void, http1 = true): Listener {
  return listen(nodeWire(), request, { http2: true, http1 });
}

function session({ port }: Listener): ClientHttp2Session {
  const client = connect(`http://127.0.0.1:${port}`);
  client.on("error", () => {});
  clients.push(client);
  return client;
}

interface Answer {
  status: number;
  content: string;
  code: number | undefined;
}

function ask(client: ClientHttp2Session, path = "/", method = "GET", content?: string): Promise<Answer> {
  return new Promise((resolve) => {
    const stream = client.request({ ":path": path, ":method": method }, { endStream: content === undefined });
    const answer: Answer = { status: 0, content: "", code: undefined };
    stream.on("response", (headers) => {
      answer.status = headers[":status"] ?? 0;
    });
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      answer.content += text;
    });
    stream.on("error", () => {});
    stream.on("close", () => resolve({ ...answer, code: stream.rstCode }));
    if (content !== undefined) stream.end(content);
  });
}

const hello = (exchange: Exchange): void => exchange.reply(200, [], `${exchange.method} ${exchange.target}`);

describe("HTTP/2 of the node wire", () => {
  it("resets requests for no path and for a tunnel", async () => {
    const client = session(open(hello));
    expect((await ask(client, "no-slash")).code).toBe(constants.NGHTTP2_PROTOCOL_ERROR);
    expect(await ask(client)).toMatchObject({ status: 200, content: "GET /" });
  });

  it("answers methods that it does not serve with 501", async () => {
    expect((await ask(session(open(hello)), "/", "FOOBAR")).status).toBe(501);
  });

  it("refuses content beyond the limit, and keeps the connection", async () => {
    const client = session(
      open((exchange) => {
        exchange.contentLimit = 5;
        if (!exchange.hasContent) exchange.reply(200, [], "none");
        else exchange.readContent({ chunk() {}, end: () => exchange.reply(200, [], "taken"), abort() {} });
      }),
    );
    expect((await ask(client, "/", "POST", "123456")).status).toBe(413);
    expect((await ask(client, "/", "POST", "12345")).content).toBe("taken");
    expect((await ask(client)).content).toBe("none");
  });

  it("tells of a reset, and of the end of the connection, once each", async () => {
    const aborts: string[] = [];
    let heard = (): void => {};
    const listener = open((exchange) => {
      exchange.detach();
      exchange.onAbort(() => {
        aborts.push(exchange.path);
        heard();
      });
      started();
    });
    let started = (): void => {};
    const client = session(listener);
    const aborted = async (path: string, leave: (stream: ReturnType<typeof client.request>) => void) => {
      const arrived = new Promise<void>((resolve) => (started = resolve));
      const stream = client.request({ ":path": path });
      stream.on("error", () => {});
      await arrived;
      const told = new Promise<void>((resolve) => (heard = resolve));
      leave(stream);
      await told;
    };
    await aborted("/reset", (stream) => stream.close(constants.NGHTTP2_CANCEL));
    await aborted("/gone", () => client.destroy());
    expect(aborts).toEqual(["/reset", "/gone"]);
  });

  it("cuts a reply off so that the client notices", async () => {
    const client = session(
      open((exchange) => {
        exchange.detach();
        const writer = exchange.stream(200, [], -1);
        writer.write("half");
        setImmediate(() => exchange.close());
      }),
    );
    expect((await ask(client)).code).toBe(constants.NGHTTP2_INTERNAL_ERROR);
  });

  it("says when the client reads slower than the reply is written", async () => {
    const listener = open((exchange) => {
      exchange.detach();
      const writer = exchange.stream(200, [], -1);
      const piece = new Uint8Array(100_000);
      let left = 100;
      const write = (): void => {
        while (left-- > 0) if (!writer.write(piece)) return;
        writer.end();
      };
      writer.onDrain(write);
      write();
    });
    const stream = session(listener).request({ ":path": "/" });
    await once(stream, "response");
    let length = 0;
    for await (const chunk of stream) length += chunk.length;
    expect(length).toBe(10_000_000);
  });

  it("serves HTTP/1.1 on the same port, however the first bytes arrive", async () => {
    const listener = open(hello);
    expect(parseReply(await askHttp1(listener.port, requestText("PUT", "/a"))).content).toBe("PUT /a");
    const client = await RawClient.connect(listener.port);
    for (const byte of requestText("POST", "/b")) client.send(byte);
    expect(parseReply(await client.untilClosed()).content).toBe("POST /b");
  });

  it("refuses HTTP/1.1 where it is switched off", async () => {
    const listener = open(hello, false);
    expect(await askHttp1(listener.port, requestText("GET", "/"))).toBe(
      "HTTP/1.1 505 HTTP Version Not Supported\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    );
    expect((await ask(session(listener))).status).toBe(200);
  });

  it("survives a flood of resets", async () => {
    const listener = open((exchange) => exchange.detach());
    const client = session(listener);
    for (let i = 0; i < 2_000 && !client.destroyed; i++) {
      const stream = client.request({ ":path": "/" });
      stream.on("error", () => {});
      stream.close(constants.NGHTTP2_CANCEL);
      if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const again = session(listener);
    again.request({ ":path": "/" }).on("error", () => {});
    listener.closeAll();
    await listener.closed;
  });

  it("refuses more header fields than it takes", async () => {
    const listener = open(hello);
    const client = session(listener);
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x-${i}`, "v".repeat(50)]));
    const stream = client.request({ ":path": "/", ...fields });
    stream.on("error", () => {});
    await new Promise((resolve) => stream.on("close", resolve));
    expect(stream.rstCode).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    expect((await ask(session(listener))).status).toBe(200);
  });

  it("closes at stop once the last reply is out", async () => {
    let reply = (): void => {};
    let started = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      started = resolve;
    });
    const listener = open((exchange) => {
      exchange.detach();
      reply = () => exchange.reply(200, [], "late");
      started();
    });
    const answer = ask(session(listener));
    await arrived;
    listener.stop();
    reply();
    expect((await answer).content).toBe("late");
    await listener.closed;
  });

  it("closes everything at once with connections that said nothing yet", async () => {
    const listener = open(hello);
    const socket = connectSocket(listener.port, "127.0.0.1");
    await once(socket, "connect");
    listener.closeAll();
    await listener.closed;
    socket.destroy();
  });
});
