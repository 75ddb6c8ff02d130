import { describe, expect, it } from "vitest";
import { FrameClient } from "../../compat/frames.js";
import type { Socket, SocketOptions, SocketReceiver } from "../../src/wire/socket.js";
import { PLAIN_SOCKETS } from "./socket-options.js";
import { listen, wires } from "./wires.js";

const MESSAGES = 50_000;
const CLIENTS = 12;
const BATCH = 250;
/** The first clients read so seldom that messages to them are dropped. */
const STALLED = 2;

const OPTIONS: SocketOptions = {
  ...PLAIN_SOCKETS,
  maxPayloadLength: 1_000_000,
  backpressureLimit: 200_000,
  idleTimeout: 120,
  sendPings: true,
  compress: "shared",
  decompress: "shared",
};

/** The same sequence of numbers in [0, 1) in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What one client must get: the numbers that `send` and `publish` accepted for it, in order. */
interface Ledger {
  readonly socket: Socket;
  readonly accepted: number[];
  readonly heard: number[];
  ended: boolean;
}

describe.each(wires)("Sockets under load on the $name wire", ({ wire }) => {
  it("deliver what they accepted once and in order, or are closed", async () => {
    const random = numbers(7);
    const ledgers: Ledger[] = [];
    const receiver: SocketReceiver = {
      open(socket) {
        socket.subscribe("all");
        ledgers.push({ socket, accepted: [], heard: [], ended: false });
      },
      message(socket, message) {
        ledgers.find((one) => one.socket === socket)?.heard.push(Number(message));
        if (random() < 0.02) {
          socket.pause();
          setTimeout(() => socket.resume(), 1);
        }
      },
      ping() {},
      pong() {},
      drain() {},
      close(socket) {
        const ledger = ledgers.find((one) => one.socket === socket);
        if (ledger !== undefined) ledger.ended = true;
      },
    };
    const listener = listen(wire, (exchange) => {
      exchange.upgrade(null, [], "");
    });
    listener.acceptSockets(OPTIONS, receiver);
    const clients: FrameClient[] = [];
    const connect = async (): Promise<void> => {
      const before = ledgers.length;
      const headers = { "Sec-WebSocket-Extensions": random() < 0.5 ? "permessage-deflate" : null };
      clients.push(await FrameClient.open(listener.port, { headers }));
      expect(ledgers.length).toBe(before + 1);
    };
    for (let i = 0; i < CLIENTS; i++) await connect();

    let sent = 0;
    const statuses = { sent: 0, buffered: 0, dropped: 0 };
    const said = new Map<FrameClient, number[]>();
    while (sent < MESSAGES) {
      for (let i = 0; i < BATCH; i++) {
        const number = sent++;
        const index = Math.floor(random() * ledgers.length);
        const ledger = ledgers[index];
        if (ledger === undefined || !ledger.socket.open) continue;
        const size = index < STALLED && random() < 0.1 ? 20_000 + random() * 200_000 : random() * 300;
        const text = `${number} ${"x".repeat(Math.floor(size))}`;
        if (random() < 0.05) ledger.socket.ping("");
        const status = ledger.socket.send(text, random() < 0.3);
        statuses[status]++;
        if (status !== "dropped") ledger.accepted.push(number);
      }
      for (const [index, client] of clients.entries()) {
        if (random() < 0.1) client.pause();
        if (random() < (index < STALLED ? 0.01 : 0.3)) client.resume();
        if (random() < 0.3 && ledgers[index]?.ended === false) {
          const numbersOfClient = said.get(client) ?? [];
          said.set(client, numbersOfClient);
          numbersOfClient.push(sent + index);
          client.text(String(sent + index));
        }
      }
      if (random() < 0.03) {
        const ledger = ledgers[Math.floor(random() * ledgers.length)];
        if (random() < 0.5) ledger?.socket.close(4000, "at random");
        else ledger?.socket.terminate();
        await connect();
      }
      if (random() < 0.02) {
        const client = clients[STALLED + Math.floor(random() * (clients.length - STALLED))];
        if (client !== undefined) {
          client.destroy();
          await connect();
        }
      }
      if (random() < 0.05) {
        // What a reload does.
        listener.acceptSockets(
          { ...OPTIONS, maxPayloadLength: 1_000_000 + Math.floor(random() * 3) },
          receiver,
        );
      }
      await new Promise((resolve) => setImmediate(resolve));
    }

    for (const client of clients) client.resume();
    for (const [index, client] of clients.entries()) {
      const ledger = ledgers[index];
      if (ledger === undefined) throw new Error("a client without a socket");
      // One that ended before may have given up a client that did not read for seconds, but never leaves a gap.
      const whole = ledger.socket.open;
      if (ledger.socket.open) ledger.socket.close(1000, "done");
      const got: number[] = [];
      for (;;) {
        const one = await client.next(5000);
        if (one.startsWith("<")) break;
        const number = /^text(?: \(deflated\))? "(\d+) /.exec(one)?.[1];
        if (number !== undefined) got.push(Number(number));
      }
      expect(got).toEqual(whole ? ledger.accepted : ledger.accepted.slice(0, got.length));
      const spoken = said.get(client) ?? [];
      expect(ledger.heard).toEqual(spoken.slice(0, ledger.heard.length));
    }
    expect(ledgers.length).toBeGreaterThan(CLIENTS);
    expect(Math.min(statuses.sent, statuses.buffered, statuses.dropped)).toBeGreaterThan(10);
    expect(listener.subscriberCount("all")).toBe(0);
  }, 60_000);
});
