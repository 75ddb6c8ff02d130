import type { Socket } from "node:net";

/** What a client that speaks HTTP/2 sends first (RFC 9113 section 3.4). */
const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "latin1");

/** How long a client may take for its first bytes, in milliseconds. */
const LIMIT = 10_000;

/**
 * Looks at the first bytes of a connection, and gives them back to it: whoever takes the socket reads them
 * again. The socket is paused when `decide` is called.
 */
export function readPreface(socket: Socket, decide: (isHttp2: boolean) => void): void {
  let received: Buffer = Buffer.alloc(0);
  const settle = (): void => {
    socket.off("data", onData);
    socket.off("timeout", onTimeout);
    socket.setTimeout(0);
    socket.pause();
  };
  const onTimeout = (): void => {
    socket.destroy();
  };
  const onData = (bytes: Buffer): void => {
    received = received.length === 0 ? bytes : Buffer.concat([received, bytes]);
    const known = Math.min(received.length, PREFACE.length);
    const fits = received.subarray(0, known).equals(PREFACE.subarray(0, known));
    if (fits && known < PREFACE.length) return;
    settle();
    socket.unshift(received);
    decide(fits);
  };
  socket.setTimeout(LIMIT);
  socket.on("timeout", onTimeout);
  socket.on("data", onData);
}
