import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { Latencies } from "./latencies.js";
import { type Count, MESSAGE_LENGTH } from "./order.js";

const MESSAGE = "0123456789abcdef".repeat(MESSAGE_LENGTH / 16);

/** What a client sends (RFC 6455 section 5.2): a masked frame with text, made once. */
const MASKED_FRAME = maskedFrame(Buffer.from(MESSAGE));

/** What must come back. */
const EXPECTED_FRAME = Buffer.from(`\x81${String.fromCharCode(MESSAGE_LENGTH)}${MESSAGE}`, "latin1");

/** Makes a connection a WebSocket. */
export function shakeHands(socket: Socket, path: string): Promise<void> {
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
  );
  return new Promise((resolve, reject) => {
    let text = "";
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the server closed a connection")));
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1");
      if (!text.includes("\r\n\r\n")) return;
      socket.removeAllListeners("data");
      if (text.startsWith("HTTP/1.1 101 ")) resolve();
      else reject(new Error(`no WebSocket: ${text}`));
    });
  });
}

/**
 * The first socket of each group sends a message, every socket of the group gets it, and then comes the next:
 * with groups of one, an echo. Counts what arrives.
 */
export async function loadWithMessages(
  groups: readonly (readonly Socket[])[],
  seconds: number,
): Promise<Count> {
  const latencies = new Latencies();
  let count = 0;
  let over = false;
  const start = performance.now();
  const run = (group: readonly Socket[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const [sender] = group;
      let missing = group.length;
      let sent = performance.now();
      const arrived = (): void => {
        count++;
        if (--missing > 0) return;
        const now = performance.now();
        latencies.add(now - sent);
        if (over) {
          for (const socket of group) socket.removeAllListeners("data");
          resolve();
          return;
        }
        missing = group.length;
        sent = now;
        sender?.write(MASKED_FRAME);
      };
      for (const socket of group) {
        socket.on("data", frameReader(arrived));
        socket.once("error", reject);
        socket.once("close", () => reject(new Error("the server closed a connection")));
      }
      sender?.write(MASKED_FRAME);
    });
  setTimeout(() => {
    over = true;
  }, seconds * 1000);
  await Promise.all(groups.map(run));
  return { count, seconds: (performance.now() - start) / 1000, p99: latencies.p99 };
}

/** Looks at the first frame; later ones are counted by their length. */
function frameReader(arrived: () => void): (bytes: Buffer) => void {
  let checked = false;
  let received = 0;
  return (bytes) => {
    if (!checked) {
      if (!EXPECTED_FRAME.equals(bytes)) throw new Error(`unexpected frame: ${bytes.toString("latin1")}`);
      checked = true;
    }
    received += bytes.length;
    for (; received >= EXPECTED_FRAME.length; received -= EXPECTED_FRAME.length) arrived();
  };
}

function maskedFrame(payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length]), mask, masked]);
}
