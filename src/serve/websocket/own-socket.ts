import type { Message, Socket, SocketOptions } from "../../wire/socket.js";

/** A WebSocket of the server itself: the program's handlers do not hear of it, and its counts leave it out. */
export abstract class OwnSocket {
  abstract open(socket: Socket): void;
  abstract message(message: Message): void;
  abstract close(): void;
}

/** Limits of a listener whose program takes no WebSockets. */
export const OWN_LIMITS: SocketOptions = {
  maxPayloadLength: 1024 * 1024,
  backpressureLimit: 1024 * 1024,
  closeOnBackpressureLimit: true,
  idleTimeout: 120,
  sendPings: true,
  publishToSelf: false,
  compress: "off",
  decompress: "off",
};
