import type { SocketOptions } from "../../src/wire/socket.js";

/** Sockets without limits of time or waiting bytes, for tests to change. */
export const PLAIN_SOCKETS: SocketOptions = {
  maxPayloadLength: 100_000,
  backpressureLimit: 0,
  closeOnBackpressureLimit: false,
  idleTimeout: 0,
  sendPings: false,
  publishToSelf: false,
  compress: "off",
  decompress: "off",
};
