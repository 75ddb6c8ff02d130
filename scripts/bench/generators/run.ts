/*
 * Our own load generator, for what wrk cannot do: `run.ts ORDER`, see order.ts. Opens its connections, says
 * that it is ready, and loads the server for as many seconds as each line of its standard input says.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { loadWithRequests } from "./http.js";
import { type Count, GROUP, type Order, READY } from "./order.js";
import { loadWithMessages, shakeHands } from "./web-socket.js";

/** Handshakes under way at a time: a listening socket's queue is short. */
const AT_A_TIME = 100;

const order: Order = JSON.parse(process.argv[2] ?? "");
const sockets: Socket[] = [];
while (sockets.length < order.connections) {
  const more = Math.min(AT_A_TIME, order.connections - sockets.length);
  const opened = Array.from({ length: more }, (_, index) => open(sockets.length + index));
  sockets.push(...(await Promise.all(opened)));
}
console.log(READY);
for await (const line of createInterface(process.stdin)) {
  console.log(JSON.stringify(await load(Number(line))));
}
process.exit();

async function open(index: number): Promise<Socket> {
  const { kind, port, path } = order;
  const socket = path === "" ? connect(port, "127.0.0.1") : connect(path);
  socket.setNoDelay();
  await once(socket, "connect");
  if (kind !== "http") await shakeHands(socket, `/?group=${Math.floor(index / GROUP)}`);
  return socket;
}

function load(seconds: number): Promise<Count> {
  switch (order.kind) {
    case "http":
      return loadWithRequests(sockets, seconds);
    case "echo":
      return loadWithMessages(
        sockets.map((socket) => [socket]),
        seconds,
      );
    case "broadcast":
      return loadWithMessages(
        Array.from({ length: sockets.length / GROUP }, (_, group) =>
          sockets.slice(group * GROUP, (group + 1) * GROUP),
        ),
        seconds,
      );
    case "idle":
      throw new Error("idle connections make no load");
  }
}
