import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/wire/exchange.js";
import { Connections } from "../../../src/wire/uws/connections.js";
import { loadEngine } from "../../../src/wire/uws/engine.js";
import { engineCalls } from "../../../src/wire/uws/engine-calls.js";
import type { UwsListenSocket } from "../../../src/wire/uws/types.js";
import { uwsWire } from "../../../src/wire/uws/wire.js";
import { deferred } from "../deferred.js";
import { RawClient } from "../raw-client.js";
import { listen } from "../wires.js";

const { uws } = loadEngine();
const STORM = fileURLToPath(new URL("../programs/connection-storm.ts", import.meta.url));
const GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

async function clients(port: number, count: number): Promise<RawClient[]> {
  return Promise.all(Array.from({ length: count }, () => RawClient.connect(port)));
}

function replyPort(exchange: Exchange): void {
  exchange.reply(200, ["X-Port", String(exchange.remoteAddress()?.port)], "end");
}

describe.runIf(uws !== null && engineCalls(uws) !== null)("EngineCalls.read", () => {
  it.each([0, 8, -1, 0.5, Number.NaN, 2 ** 52, 0x7fff_ffff_f000])("finds nothing at %d", (address) => {
    expect(uws === null ? undefined : engineCalls(uws)?.read(address, 8)).toBeNull();
  });
});

describe.runIf(uws !== null && engineCalls(uws) !== null)("Connections", () => {
  it("are not to be had from anything but a listening socket", () => {
    const listening: UwsListenSocket = Object.create(null);
    expect(uws === null ? null : Connections.of(uws, false, listening)).toBeNull();
  });

  it("tell each request its client's port, though its handler waited, and another's callback goes on", async () => {
    const waiting: Exchange[] = [];
    const full = deferred<void>();
    const { port } = listen(uwsWire(), (exchange) => {
      if (exchange.path === "/open") {
        // The first to ask: nothing was noted of those that wait.
        for (const each of waiting) replyPort(each);
        replyPort(exchange);
        return;
      }
      exchange.detach();
      waiting.push(exchange);
      if (waiting.length === 10) full.resolve();
    });
    const all = await clients(port, 11);
    const last = all[10];
    for (const client of all) if (client !== last) client.send(GET);
    await full.promise;
    last?.send("GET /open HTTP/1.1\r\nHost: a\r\n\r\n");
    for (const client of all) {
      expect(await client.until("\r\n\r\nend")).toContain(`X-Port: ${client.socket.localPort}\r\n`);
      client.destroy();
    }
  });

  it("tell the port when nobody's callback runs", async () => {
    const { port } = listen(uwsWire(), (exchange) => {
      exchange.detach();
      setTimeout(() => replyPort(exchange), 5);
    });
    const all = await clients(port, 5);
    for (const client of all) client.send(GET);
    for (const client of all) {
      expect(await client.until("\r\n\r\nend")).toContain(`X-Port: ${client.socket.localPort}\r\n`);
      client.destroy();
    }
  });

  it("close those that wait for another request, and count them once", async () => {
    const pending = deferred<Exchange>();
    const listener = listen(uwsWire(), (exchange) => {
      if (exchange.path !== "/pending") return exchange.reply(200, [], "end");
      exchange.detach();
      pending.resolve(exchange);
    });
    const [fresh, partial, busy, idle, next] = await clients(listener.port, 5);
    partial?.send("GET / HT");
    busy?.send("GET /pending HTTP/1.1\r\nHost: a\r\n\r\n");
    for (const client of [idle, next]) client?.send(GET);
    for (const client of [idle, next]) await client?.until("end");
    next?.send("GET / HTTP/1.1\r\nHo");
    const exchange = await pending.promise;
    // What was sent last has been read when this has its reply.
    partial?.send("TP/1.1\r\nHost: a\r\n\r\nGET");
    await partial?.until("end");
    expect(listener.closeIdle()).toBe(1);
    expect(listener.closeIdle()).toBe(0);
    await idle?.untilClosed();
    exchange.reply(200, [], "late");
    next?.send("st: a\r\n\r\n");
    fresh?.send(GET);
    await Promise.all([busy?.until("late"), next?.until(/end[\s\S]*end/), fresh?.until("end")]);
    expect(listener.closeIdle()).toBe(3);
    await Promise.all([busy, next, fresh].map((client) => client?.untilClosed()));
    partial?.destroy();
  });

  it.each([
    ["at once", (exchange: Exchange) => exchange.reply(200, [], "end")],
    [
      "later",
      (exchange: Exchange) => {
        exchange.detach();
        setTimeout(() => exchange.reply(200, [], "end"), 5);
      },
    ],
    ["in many writes", (exchange: Exchange) => exchange.reply(200, [], `${"x".repeat(8_000_000)}end`)],
    [
      "in pieces",
      (exchange: Exchange) => {
        const writer = exchange.stream(200, [], -1);
        writer.write("end");
        writer.end();
      },
    ],
  ])("end as long after a reply as the listener says, when it was sent %s", async (_, reply) => {
    const { port } = listen(uwsWire(), reply, { idleTimeout: 1 });
    const client = await RawClient.connect(port);
    client.send(GET);
    await client.until("end");
    const begun = Date.now();
    await client.untilClosed();
    expect(Date.now() - begun).toBeLessThan(6_000);
  });

  it.each(["tcp", "tls"])("survive a storm over %s", { timeout: 60_000 }, async (transport) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      STORM,
      "2",
      transport,
    ]);
    const seen: Record<string, number> = JSON.parse(stdout);
    expect(seen).toMatchObject({ lost: 0, wrongPorts: 0, left: 0 });
    // Of slow machines little is asked: handshakes take their time.
    expect(seen["replies"]).toBeGreaterThan(0);
    expect(seen["swept"]).toBeGreaterThan(0);
  });
});
