/**
 * Connections that come, ask, leave and upgrade as chance has it, while the idle ones are closed all the time.
 * Prints what must be nought, or not: for how many seconds, and `tls`, are the arguments.
 */
import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { Exchange } from "../../../src/wire/exchange.js";
import type { Socket as WebSocketEnd } from "../../../src/wire/socket.js";
import { uwsWire } from "../../../src/wire/uws/wire.js";
import { PLAIN_SOCKETS } from "../socket-options.js";
import { pem, tlsContext } from "../tls-context.js";

const SECONDS = Number(process.argv[2] ?? 2);
const SECURE = process.argv[3] === "tls";
const CLIENTS = 60;
const tls = tlsContext({ key: pem("key"), cert: pem("cert") });
const seen = { connections: 0, replies: 0, upgrades: 0, swept: 0, lost: 0, wrongPorts: 0, left: 0 };
const pick = <T>(items: readonly [T, ...T[]]): T =>
  items[Math.floor(Math.random() * items.length)] ?? items[0];
const chance = (share: number): boolean => Math.random() < share;

let waiting: (() => void)[] = [];

function answer(exchange: Exchange): void {
  const text = String(exchange.remoteAddress()?.port);
  if (chance(0.3)) exchange.idleTimeout = pick([0, 1, 4, 20]);
  const kind = pick(["bytes", "stream", "text", "text", "text"]);
  if (kind === "bytes") {
    exchange.reply(200, ["X-Port", text], new Uint8Array(300_000));
  } else if (kind === "stream") {
    const writer = exchange.stream(200, ["X-Port", text], -1);
    writer.write("a");
    writer.flush();
    setTimeout(() => {
      writer.write("b");
      writer.end();
    }, 2);
  } else {
    exchange.reply(200, ["X-Port", text], "x".repeat(pick([0, 10, 100_000])));
  }
}

const sockets = new Set<WebSocketEnd>();
const listener = uwsWire().listen(
  {
    port: 0,
    hostname: "127.0.0.1",
    reusePort: false,
    ipv6Only: false,
    idleTimeout: 5,
    tls: SECURE ? [tls] : null,
  },
  {
    request(exchange) {
      const { path } = exchange;
      const act = (): void => {
        if (path === "/ws" && exchange.upgrade(null, [], "")) return;
        answer(exchange);
      };
      if (path !== "/sure" && chance(0.04)) return exchange.close();
      if (chance(0.4)) return act();
      exchange.detach();
      if (chance(0.3)) waiting.push(act);
      else setTimeout(act, Math.random() * 10);
      // In the middle of this one's callback.
      if (chance(0.2)) {
        const others = waiting;
        waiting = [];
        for (const other of others) queueMicrotask(other);
      }
    },
  },
);
listener.acceptSockets(PLAIN_SOCKETS, {
  open(socket) {
    seen.upgrades++;
    sockets.add(socket);
  },
  message(socket, message) {
    if (chance(0.3)) socket.pause();
    socket.send(message, false);
    if (chance(0.2)) seen.swept += listener.closeIdle();
    setTimeout(() => socket.resume(), Math.random() * 20);
    if (chance(0.1)) socket.terminate();
  },
  ping() {},
  pong() {},
  drain() {},
  close: (socket) => void sockets.delete(socket),
});
const sweep = setInterval(() => {
  seen.swept += listener.closeIdle();
  const others = waiting;
  waiting = [];
  for (const other of others) other();
}, 3);

const end = Date.now() + SECONDS * 1000;
let running = 0;

function start(): void {
  if (Date.now() >= end) return;
  running++;
  seen.connections++;
  const socket: Socket = SECURE
    ? connectSecure({ port: listener.port, host: "127.0.0.1", rejectUnauthorized: false })
    : connectPlain(listener.port, "127.0.0.1");
  const upgrades = chance(0.1);
  let text = "";
  let left = false;
  let sure = false;
  const leave = (): void => {
    left = true;
    socket.destroy();
  };
  if (chance(0.15)) setTimeout(leave, Math.random() * 15).unref();
  const ask = (): void => {
    if (upgrades) {
      socket.write(
        "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
      );
      return;
    }
    const kind = pick(["sure", "post", "get"]);
    if (kind === "sure") {
      sure = text === "";
      socket.write("GET /sure HTTP/1.1\r\nHo");
      setImmediate(() => socket.write("st: a\r\n\r\n"));
    } else if (kind === "post") {
      socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n");
      socket.write("y".repeat(20_000));
    } else {
      socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }
  };
  if (!chance(0.05)) socket.once(SECURE ? "secureConnect" : "connect", ask);
  socket.on("data", (bytes) => {
    const first = text === "";
    text = (text + bytes.toString("latin1")).slice(-400_000);
    if (upgrades && first) {
      for (let i = 0; i < 5; i++) socket.write(Buffer.from([0x81, 0x83, 0, 0, 0, 0, 97, 98, 99]));
      setTimeout(leave, Math.random() * 40);
      return;
    }
    const told = /\r\nX-Port: (\d+)\r\n/.exec(text)?.[1];
    if (told === undefined) return;
    seen.replies++;
    sure = false;
    if (told !== String(socket.localPort)) seen.wrongPorts++;
    if (chance(0.3)) setTimeout(leave, Math.random() * 30);
    else if (chance(0.5)) ask();
    else if (chance(0.1)) socket.write("GET /part");
    text = "";
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    // A first request that nobody took back must be answered, however often idle connections are closed.
    if (sure && !left) seen.lost++;
    running--;
    start();
    if (running === 0) finish();
  });
  setTimeout(leave, 600).unref();
}

function finish(): void {
  clearInterval(sweep);
  // All clients have left: nothing of them may be left here, once that has come through.
  const giveUp = Date.now() + 5000;
  const check = setInterval(() => {
    seen.left = sockets.size + listener.closeIdle();
    if (seen.left > 0 && Date.now() < giveUp) return;
    clearInterval(check);
    listener.closeAll();
    void listener.closed.then(() => console.log(JSON.stringify(seen)));
  }, 100);
}

for (let i = 0; i < CLIENTS; i++) start();
