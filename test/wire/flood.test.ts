import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { listen, wires } from "./wires.js";

const MIB = 1024 * 1024;
const OFFERED = 512 * MIB;

/** Sends as fast as it can, on a thread of its own: in the server's, it would never be faster than the server. */
const CLIENT = `
  const { workerData: { port, length } } = require("node:worker_threads");
  const piece = Buffer.alloc(${MIB});
  const socket = require("node:net").connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write("POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: " + length + "\\r\\n\\r\\n");
  let sent = 0;
  const send = () => { for (; sent < length; sent += piece.length) if (!socket.write(piece)) return socket.once("drain", () => { sent += piece.length; send(); }); };
  send();`;

describe.each(wires)("Exchange.pauseContent on the $name wire", ({ wire }) => {
  let onEnd: () => Promise<unknown> = async () => {};

  it("holds back a client that is faster than its reader", async () => {
    let received = 0;
    let isPaused = false;
    const paused = new Promise<void>((resolve) => {
      const { port } = listen(wire, (exchange) => {
        exchange.detach();
        exchange.readContent({
          chunk(bytes) {
            received += bytes.byteLength;
            // By now the system has made room for a fast reader, who becomes a slow one.
            if (received < 16 * MIB) return;
            if (isPaused) for (const until = performance.now() + 2; performance.now() < until; );
            else exchange.pauseContent();
            isPaused = true;
            setTimeout(resolve, 20);
          },
          end() {},
          abort() {},
        });
      });
      const client = new Worker(CLIENT, { eval: true, workerData: { port, length: OFFERED } });
      client.unref();
      onEnd = () => client.terminate();
    });
    await paused;
    await onEnd();
    expect(received).toBeLessThan(OFFERED / 4);
  });
});
