import { describe, expect, it } from "vitest";
import { closePayload, FrameClient, frame, type Handshake } from "../../compat/frames.js";
import type { HeaderList } from "../../src/wire/exchange.js";
import type { Message, Socket, SocketOptions, SocketReceiver } from "../../src/wire/socket.js";
import type { Listener, Wire } from "../../src/wire/wire.js";
import { deferred } from "./deferred.js";
import { PLAIN_SOCKETS } from "./socket-options.js";
import { listen, wires } from "./wires.js";

const OPTIONS: SocketOptions = {
  ...PLAIN_SOCKETS,
  backpressureLimit: 1_000_000,
  idleTimeout: 120,
  sendPings: true,
};

/** Writes down what sockets hear, and lets a test wait for it. */
class Recorder implements SocketReceiver {
  readonly events: string[] = [];
  readonly sockets: Socket[] = [];
  onMessage: (socket: Socket, message: Message) => void = () => {};
  private wake: (() => void) | null = null;

  open(socket: Socket): void {
    this.sockets.push(socket);
    this.note(`open ${String(socket.owner)}`);
  }
  message(socket: Socket, message: Message): void {
    this.note(
      typeof message === "string" ? `text ${message}` : `binary ${Buffer.from(message).toString("hex")}`,
    );
    this.onMessage(socket, message);
  }
  ping(_: Socket, content: Uint8Array): void {
    this.note(`ping ${Buffer.from(content).toString()}`);
  }
  pong(_: Socket, content: Uint8Array): void {
    this.note(`pong ${Buffer.from(content).toString()}`);
  }
  drain(socket: Socket): void {
    this.note(`drain ${socket.bufferedAmount}`);
  }
  close(socket: Socket, code: number, reason: string): void {
    this.note(`close ${code} ${reason} ${socket.open}`);
  }

  async until(event: string): Promise<void> {
    while (!this.events.some((one) => one.startsWith(event))) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  private note(event: string): void {
    this.events.push(event);
    this.wake?.();
  }
}

interface Setup {
  options?: Partial<SocketOptions>;
  headers?: HeaderList;
  protocol?: string;
}

/** A listener that upgrades every request. */
function sockets(wire: Wire, { options = {}, headers = [], protocol = "" }: Setup = {}) {
  const recorder = new Recorder();
  const listener: Listener = listen(wire, (exchange) => {
    if (!exchange.upgrade("owner", headers, protocol)) exchange.reply(400, [], null);
  });
  listener.acceptSockets({ ...OPTIONS, ...options }, recorder);
  const connect = (handshake?: Handshake): Promise<FrameClient> => FrameClient.open(listener.port, handshake);
  return { recorder, listener, connect };
}

/** One open socket with its client. */
async function pair(wire: Wire, setup?: Setup, handshake?: Handshake) {
  const { recorder, listener, connect } = sockets(wire, setup);
  const client = await connect(handshake);
  await recorder.until("open");
  const [socket] = recorder.sockets;
  if (socket === undefined) throw new Error("no socket opened");
  return { recorder, listener, connect, client, socket };
}

describe.each(wires)("Exchange.upgrade on the $name wire", ({ wire }) => {
  it("is false where the listener takes no WebSockets", async () => {
    const seen: boolean[] = [];
    const { port } = listen(wire, (exchange) => {
      seen.push(exchange.upgrade(null, [], ""));
      exchange.reply(200, [], "x");
    });
    expect((await FrameClient.open(port)).status).toBe("HTTP/1.1 200 OK");
    expect(seen).toEqual([false]);
  });

  it("is false after a reply, after an upgrade and once the client left", async () => {
    const seen: boolean[] = [];
    const left = deferred<void>();
    const listener = listen(wire, (exchange) => {
      if (exchange.path === "/replied") {
        exchange.reply(200, [], "x");
        seen.push(exchange.upgrade(null, [], ""));
      } else if (exchange.path === "/twice") {
        seen.push(exchange.upgrade(null, [], ""), exchange.upgrade(null, [], ""));
      } else {
        exchange.detach();
        exchange.close();
        seen.push(exchange.upgrade(null, [], ""));
        left.resolve();
      }
    });
    listener.acceptSockets(OPTIONS, new Recorder());
    await FrameClient.open(listener.port, { path: "/replied" });
    await FrameClient.open(listener.port, { path: "/twice" });
    await FrameClient.open(listener.port, { path: "/closed" });
    await left.promise;
    expect(seen).toEqual([false, true, false, false]);
  });

  it("sends the fields as they are, then its own", async () => {
    const { client } = await pair(wire, {
      headers: ["Set-Cookie", "a=1", "Set-Cookie", "b=2", "X", "\u00e9"],
      protocol: "chat",
    });
    expect(client.status).toBe("HTTP/1.1 101 Switching Protocols");
    expect(client.fields).toEqual([
      "Set-Cookie: a=1",
      "Set-Cookie: b=2",
      "X: \u00e9",
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
      "Sec-WebSocket-Protocol: chat",
    ]);
  });

  it("upgrades later, with what arrived meanwhile", async () => {
    const recorder = new Recorder();
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      setTimeout(() => exchange.upgrade("late", [], ""), 5);
    });
    listener.acceptSockets(OPTIONS, recorder);
    const client = await FrameClient.open(listener.port);
    client.text("first");
    await recorder.until("text first");
    expect(recorder.events[0]).toBe("open late");
  });

  it("upgrades a request from the handler of another, and while promises settle there", async () => {
    const recorder = new Recorder();
    const waiting: (() => void)[] = [];
    const listener = listen(wire, (exchange) => {
      if (exchange.path !== "/release") {
        exchange.detach();
        waiting.push(() => exchange.upgrade(exchange.path, [], ""));
        return;
      }
      waiting.shift()?.();
      void Promise.resolve().then(() => waiting.shift()?.());
      exchange.reply(200, [], "released");
    });
    listener.acceptSockets(OPTIONS, recorder);
    const opening = [
      FrameClient.open(listener.port, { path: "/one" }),
      FrameClient.open(listener.port, { path: "/two" }),
    ];
    while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await FrameClient.open(listener.port, { path: "/release" })).status).toBe("HTTP/1.1 200 OK");
    const clients = await Promise.all(opening);
    for (const socket of recorder.sockets) socket.send("hello", false);
    for (const client of clients) {
      expect(await client.next()).toBe('text "hello"');
      client.destroy();
    }
    expect(recorder.events.slice(0, 2).sort()).toEqual(["open /one", "open /two"]);
  });

  it("keeps what is sent, subscribed and closed in the open of a late upgrade", async () => {
    const recorder = new Recorder();
    const opened = recorder.open.bind(recorder);
    recorder.open = (socket) => {
      opened(socket);
      expect(socket.send("one", false)).toBe("sent");
      socket.subscribe("t");
      expect(listener.publish("t", "two", false)).toBe("sent");
      socket.close(4000, "three");
      expect(socket.send("late", false)).toBe("dropped");
    };
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      setTimeout(() => exchange.upgrade(null, [], ""), 1);
    });
    listener.acceptSockets(OPTIONS, recorder);
    const client = await FrameClient.open(listener.port);
    expect(await client.rest()).toBe('text "one" | text "two" | close 4000 "three" | <closed>');
    expect(recorder.events).toEqual(["open null", "close 4000 three false"]);
  });

  it("leaves other requests with an Upgrade field alone", async () => {
    const bodies: string[] = [];
    const listener = listen(wire, (exchange) => {
      exchange.detach();
      const upgrade = exchange.header("upgrade");
      let body = "";
      exchange.readContent({
        chunk: (bytes) => {
          body += Buffer.from(bytes).toString();
        },
        end: () => {
          bodies.push(`${upgrade} ${body}`);
          exchange.reply(200, [], "answered");
        },
        abort: () => {},
      });
    });
    listener.acceptSockets(OPTIONS, new Recorder());
    const client = await FrameClient.open(listener.port, {
      method: "POST",
      headers: {
        Upgrade: "h2c",
        "Content-Length": "4",
        "Sec-WebSocket-Key": null,
        "X-Last": "1\r\n\r\nbody",
      },
    });
    expect(client.status).toBe("HTTP/1.1 200 OK");
    expect(bodies.map((body) => body.slice(0, 8))).toEqual(["h2c body"]);
  });
});

describe.each(wires)("Socket on the $name wire", ({ wire }) => {
  it("carries text and bytes both ways, in order", async () => {
    const { client, recorder, socket } = await pair(wire);
    expect(socket.send("gr\u00fc\u00df", false)).toBe("sent");
    expect(socket.send(new Uint8Array([1, 2]), false)).toBe("sent");
    expect(socket.send("", false)).toBe("sent");
    expect(socket.ping("p")).toBe("sent");
    expect(await client.take(4)).toBe('text "gr\u00fc\u00df" | binary 0102 | text "" | ping p');
    client.text("a").send("binary", "b").send("ping", "c").send("pong", "d");
    await recorder.until("pong d");
    expect(recorder.events.slice(1)).toEqual(["text a", "binary 62", "ping c", "pong d"]);
    expect(await client.next()).toBe("pong c");
    expect(socket.remoteAddress).toBe("127.0.0.1");
    client.destroy();
  });

  it("gives bytes that are the receiver's own", async () => {
    const { client, recorder } = await pair(wire);
    const kept: Uint8Array[] = [];
    recorder.onMessage = (_, message) => {
      if (typeof message !== "string") kept.push(message);
    };
    client.send("binary", "one").send("binary", "two").text("end");
    await recorder.until("text end");
    expect(kept.map((bytes) => Buffer.from(bytes).toString())).toEqual(["one", "two"]);
    expect(kept.every((bytes) => bytes.byteLength === bytes.buffer.byteLength)).toBe(true);
    client.destroy();
  });

  it("copies what is sent", async () => {
    const { client, socket } = await pair(wire);
    const bytes = new Uint8Array([1]);
    socket.send(bytes, false);
    bytes[0] = 9;
    expect(await client.next()).toBe("binary 01");
    client.destroy();
  });

  it("tells its receiver at once that it was closed, and sends code and reason", async () => {
    const { client, recorder, socket } = await pair(wire);
    socket.close(4000, "why");
    expect(recorder.events.at(-1)).toBe("close 4000 why false");
    expect(await client.rest()).toBe('close 4000 "why" | <closed>');
    socket.close(4001, "");
    socket.terminate();
    expect(socket.send("x", false)).toBe("dropped");
    expect(socket.ping("")).toBe("dropped");
    expect(socket.bufferedAmount).toBe(0);
    expect(recorder.events.filter((event) => event.startsWith("close"))).toHaveLength(1);
  });

  it.each([0, 1005, 1006])("sends no code for %d", async (code) => {
    const { client, socket } = await pair(wire);
    socket.close(code, "unsaid");
    expect(await client.rest()).toBe("close | <closed>");
  });

  it("closes in a cork, and sends what was sent before", async () => {
    const { client, recorder, socket } = await pair(wire);
    socket.cork(() => {
      socket.send("a", false);
      socket.close(1000, "");
      expect(recorder.events.at(-1)).toBe("close 1000  false");
    });
    expect(await client.rest()).toBe('text "a" | close 1000 "" | <closed>');
  });

  it("terminates without a Close frame, after what was sent", async () => {
    const { client, recorder, socket } = await pair(wire);
    socket.send("last", false);
    socket.terminate();
    expect(recorder.events.at(-1)).toBe("close 1006  false");
    expect(await client.rest()).toBe('text "last" | <closed>');
  });

  it("hears the client's code and reason, and answers with them", async () => {
    const { client, recorder } = await pair(wire);
    client.close(1000, "bye");
    expect(await client.rest()).toBe('close 1000 "bye" | <closed>');
    await recorder.until("close");
    expect(recorder.events.at(-1)).toBe("close 1000 bye false");
  });

  it("hears 1005 for a Close frame without a code, 1006 for none", async () => {
    const { client, connect, recorder } = await pair(wire);
    client.close();
    await recorder.until("close 1005");
    const second = await connect();
    second.destroy();
    await recorder.until("close 1006");
    expect(recorder.events.filter((event) => event.startsWith("close"))).toEqual([
      "close 1005  false",
      "close 1006  false",
    ]);
  });

  it("says when a client does not follow, drops beyond the limit, and tells when it has caught up", async () => {
    const { client, recorder, socket } = await pair(wire);
    client.pause();
    const piece = "x".repeat(64 * 1024);
    const statuses = new Set<string>();
    for (let i = 0; i < 200; i++) statuses.add(socket.send(piece, false));
    expect([...statuses]).toEqual(["sent", "buffered", "dropped"]);
    expect(socket.bufferedAmount).toBeGreaterThan(1_000_000);
    client.resume();
    await recorder.until("drain");
    expect(recorder.events.at(-1)).toBe("drain 0");
    expect(socket.send("after", false)).toBe("sent");
    client.destroy();
  });

  it("ends a socket that does not follow, where that is asked for", async () => {
    const { client, recorder, socket } = await pair(wire, { options: { closeOnBackpressureLimit: true } });
    client.pause();
    for (let i = 0; i < 200 && socket.open; i++) socket.send("x".repeat(64 * 1024), false);
    await recorder.until("close 1006");
    client.destroy();
  });

  it("holds messages back while it is paused", async () => {
    const { client, recorder, socket } = await pair(wire);
    socket.pause();
    expect(socket.paused).toBe(true);
    client.text("held").close(1000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(recorder.events).toEqual(["open owner"]);
    socket.resume();
    await recorder.until("close 1000");
    expect(recorder.events.slice(1)).toEqual(["text held", "close 1000  false"]);
    expect(socket.paused).toBe(false);
  });

  it("refuses what is too big with 1009, and closes for it", async () => {
    const { client, recorder } = await pair(wire);
    client.text("x".repeat(100_001));
    expect(await client.rest()).toBe('close 1009 "Received too big message" | <closed>');
    expect(recorder.events.at(-1)).toBe("close 1006 Received too big message false");
  });

  it("survives hostile frames; only their connection ends", async () => {
    const { client, connect, recorder } = await pair(wire);
    const hostile = [
      frame("text", "x", { rsv: 7 }),
      frame(15, "x"),
      frame("ping", "x".repeat(126)),
      frame("continuation", "x"),
      frame("text", new Uint8Array([0xc0, 0xaf])),
      frame("close", new Uint8Array([3])),
      frame("close", closePayload(999)),
      frame("close", closePayload(1000, new Uint8Array([0xff]))),
      frame("binary", "", { length: 2 ** 62 }),
      Buffer.from("GET / HTTP/1.1\r\n\r\n"),
    ];
    for (const bytes of hostile) {
      const other = await connect();
      other.write(bytes);
      other.end();
      expect(await other.rest()).toMatch(/<closed>$/);
    }
    client.text("still here");
    await recorder.until("text still here");
    client.destroy();
  });
});

describe.each(wires)("Topics on the $name wire", ({ wire }) => {
  async function three() {
    const { recorder, listener, connect } = sockets(wire);
    const clients = [await connect(), await connect(), await connect()] as const;
    const [a, b, c] = recorder.sockets;
    if (a === undefined || b === undefined || c === undefined)
      throw new Error("three sockets should be open");
    return { recorder, listener, clients, a, b, c };
  }

  it("reach every subscriber but the sender, in order with what is sent", async () => {
    const { listener, clients, a, b, c } = await three();
    expect(listener.publish("t", "nobody", false)).toBe("dropped");
    a.subscribe("t");
    a.subscribe("t");
    b.subscribe("t");
    expect(listener.subscriberCount("t")).toBe(2);
    expect(a.topics()).toEqual(["t"]);
    expect(a.isSubscribed("t")).toBe(true);
    expect(c.isSubscribed("t")).toBe(false);
    b.send("1", false);
    expect(a.publish("t", "2", false)).toBe("sent");
    b.send("3", false);
    expect(c.publish("t", new Uint8Array([4]), false)).toBe("sent");
    expect(listener.publish("t", "5", false)).toBe("sent");
    expect(await clients[1].take(5)).toBe('text "1" | text "2" | text "3" | binary 04 | text "5"');
    expect(await clients[0].take(2)).toBe('binary 04 | text "5"');
    expect(b.unsubscribe("t")).toBe(true);
    expect(b.unsubscribe("t")).toBe(false);
    expect(a.publish("t", "alone", false)).toBe("dropped");
    for (const client of clients) client.destroy();
  });

  it("lose sockets that end; these may still publish", async () => {
    const { recorder, listener, clients, a, b } = await three();
    a.subscribe("t");
    b.subscribe("t");
    a.close(1000, "");
    expect(listener.subscriberCount("t")).toBe(1);
    expect(a.topics()).toEqual([]);
    expect(a.publish("t", "last words", false)).toBe("sent");
    expect(await clients[1].next()).toBe('text "last words"');
    clients[1].destroy();
    await recorder.until("close 1006");
    expect(listener.subscriberCount("t")).toBe(0);
  });

  it("tell of subscribers that do not follow", async () => {
    const { listener, clients, a } = await three();
    a.subscribe("t");
    clients[0].pause();
    const statuses = new Set<string>();
    for (let i = 0; i < 200; i++) statuses.add(listener.publish("t", "x".repeat(64 * 1024), false));
    expect([...statuses]).toEqual(["sent", "buffered", "dropped"]);
    for (const client of clients) client.destroy();
  });
});

describe.each(wires)("Listener with sockets on the $name wire", ({ wire }) => {
  it("keeps them when it stops, and is closed when they are", async () => {
    const { listener, client, recorder } = await pair(wire);
    let closed = false;
    void listener.closed.then(() => {
      closed = true;
    });
    listener.stop();
    client.text("still open");
    await recorder.until("text still open");
    expect(closed).toBe(false);
    client.close(1000);
    await listener.closed;
  });

  it("closes them with 1001 when it closes all", async () => {
    const { listener, client, recorder } = await pair(wire);
    listener.closeAll();
    expect(recorder.events.at(-1)).toBe("close 1001 Server closed false");
    expect(await client.rest()).toBe('close 1001 "Server closed" | <closed>');
    await listener.closed;
  });

  it("takes other limits and another receiver", async () => {
    const { listener, connect, client } = await pair(wire);
    const second = new Recorder();
    listener.acceptSockets({ ...OPTIONS, maxPayloadLength: 3 }, second);
    client.text("abc");
    await second.until("text abc");
    const later = await connect();
    later.text("abcd");
    expect(await later.rest()).toMatch(/^close 1009/);
    expect(second.events).toContain("open owner");
    client.destroy();
  });
});
