import type { Socket } from "node:net";
import { Latencies } from "./latencies.js";
import type { Count } from "./order.js";

const REQUEST = Buffer.from("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

/** One request after the other on each connection. All replies are as long as the first one. */
export async function loadWithRequests(sockets: readonly Socket[], seconds: number): Promise<Count> {
  const latencies = new Latencies();
  let count = 0;
  let over = false;
  const start = performance.now();
  const run = (socket: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      let length = 0;
      let received = 0;
      let sent = performance.now();
      socket.on("data", (bytes) => {
        if (length === 0) length = replyLength(bytes);
        received += bytes.length;
        if (received < length) return;
        received -= length;
        count++;
        const now = performance.now();
        latencies.add(now - sent);
        if (over) {
          socket.removeAllListeners("data");
          resolve();
          return;
        }
        sent = now;
        socket.write(REQUEST);
      });
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("the server closed a connection")));
      socket.write(REQUEST);
    });
  setTimeout(() => {
    over = true;
  }, seconds * 1000);
  await Promise.all(sockets.map(run));
  return { count, seconds: (performance.now() - start) / 1000, p99: latencies.p99 };
}

/** @throws {Error} when it is no complete header of a good reply */
function replyLength(bytes: Buffer): number {
  const text = bytes.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  const length = /^content-length: *(\d+)/im.exec(text)?.[1];
  if (!text.startsWith("HTTP/1.1 200 ") || end < 0 || length === undefined) {
    throw new Error(`unexpected reply: ${JSON.stringify(text)}`);
  }
  return end + 4 + Number(length);
}
