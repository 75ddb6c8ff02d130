import { SERVER_CLOSED } from "../close-frame.js";
import { LinkedSet } from "../linked-set.js";
import type { Message, SendStatus, SocketOptions, SocketReceiver } from "../socket.js";
import { Topics } from "../topics.js";
import { BINARY, encodeFrame, TEXT } from "./frame.js";
import type { NodeSocket } from "./socket.js";

/** How often silent clients are looked for, in milliseconds. */
const IDLE_CHECK = 1_000;

/** The WebSockets of a listener, and their topics. */
export class NodeSockets {
  receiver: SocketReceiver;
  options: SocketOptions;
  readonly topics = new Topics<NodeSocket>();

  private readonly open = new LinkedSet<NodeSocket>();
  private idleCheck: NodeJS.Timeout | null = null;
  /** All are being closed: nobody is to hear of it from the others, as in Bun. */
  private closing = false;

  constructor(options: SocketOptions, receiver: SocketReceiver) {
    this.options = options;
    this.receiver = receiver;
  }

  add(socket: NodeSocket): void {
    this.open.add(socket);
    if (this.idleCheck !== null) return;
    // One timer for all of them; the sockets themselves keep the process alive.
    this.idleCheck = setInterval(() => {
      const now = Date.now();
      for (const one of this.open.members()) one.checkIdle(now);
    }, IDLE_CHECK);
    this.idleCheck.unref();
  }

  remove(socket: NodeSocket): void {
    this.open.delete(socket);
    if (!this.open.empty || this.idleCheck === null) return;
    clearInterval(this.idleCheck);
    this.idleCheck = null;
  }

  closeAll(): void {
    this.closing = true;
    for (const socket of this.open.members()) socket.close(SERVER_CLOSED.code, SERVER_CLOSED.reason);
  }

  /** @param from the socket that publishes; null: none */
  publish(from: NodeSocket | null, topic: string, message: Message, compress: boolean): SendStatus {
    if (from !== null && this.closing) return "dropped";
    const sender = this.options.publishToSelf ? null : from;
    const subscribers = this.topics.subscribersOf(topic);
    if (subscribers === undefined) return "dropped";
    // Encoded once; only sockets that compress with their own context need their own bytes.
    let plain: Buffer | null = null;
    let status: SendStatus | null = null;
    for (const socket of [...subscribers]) {
      if (socket === sender) continue;
      let one: SendStatus;
      if (compress && socket.compresses) {
        one = socket.send(message, true);
      } else {
        plain ??= encodeFrame(typeof message === "string" ? TEXT : BINARY, message);
        one = socket.sendFrame(plain);
      }
      if (status === null || one === "dropped" || (one === "buffered" && status === "sent")) status = one;
    }
    return status ?? "dropped";
  }
}
