import type { Message, SendStatus, Socket, SocketReceiver } from "../../wire/socket.js";
import type { Listener } from "../../wire/wire.js";
import { HandlerScope } from "../handler-scope.js";
import { throwUncaught } from "./failure.js";
import { asBinaryType } from "./message.js";
import type { SocketHandler, WebSocketSettings } from "./options.js";
import { OWN_LIMITS, OwnSocket } from "./own-socket.js";
import { attachSocket, ServerWebSocket } from "./server-web-socket.js";

/** The WebSockets of a server: leads what they hear to its handlers. */
export class WebSockets implements SocketReceiver {
  /** Open ones. */
  count = 0;
  /** Null as long as the server takes none. */
  settings: WebSocketSettings | null;

  private scope = new HandlerScope();
  private listener: Listener | null = null;
  private acceptsOwn = false;

  constructor(settings: WebSocketSettings | null) {
    this.settings = settings;
  }

  /** Takes these handlers from now on, for open sockets, too. */
  use(settings: WebSocketSettings): void {
    this.settings = settings;
    this.scope = new HandlerScope();
    this.listener?.acceptSockets(settings.limits, this);
  }

  attach(listener: Listener): void {
    this.listener = listener;
    if (this.settings !== null) listener.acceptSockets(this.settings.limits, this);
  }

  /** Lets the server itself open sockets, whether the program takes any or not. */
  acceptOwn(): void {
    if (this.acceptsOwn) return;
    this.acceptsOwn = true;
    if (this.settings === null) this.listener?.acceptSockets(OWN_LIMITS, this);
  }

  publish(topic: string, message: Message, compress: boolean): SendStatus {
    return this.listener?.publish(topic, message, compress) ?? "dropped";
  }

  open(socket: Socket): void {
    const { owner } = socket;
    if (owner instanceof OwnSocket) owner.open(socket);
    if (!(owner instanceof ServerWebSocket)) return;
    this.count++;
    attachSocket(owner, socket);
    const handler = this.settings?.open ?? null;
    if (handler === null) return;
    try {
      this.scope.run(handler, this.settings?.given, owner);
    } catch (error) {
      socket.terminate();
      this.fail(owner, error);
    }
  }

  message(socket: Socket, message: Message): void {
    const { owner } = socket;
    if (owner instanceof OwnSocket) owner.message(message);
    const handler = this.settings?.message ?? null;
    if (handler === null) return;
    if (!(owner instanceof ServerWebSocket)) return;
    this.call(
      handler,
      owner,
      typeof message === "string" ? message : asBinaryType(message, owner.binaryType),
    );
  }

  ping(socket: Socket, content: Uint8Array): void {
    this.bytes(this.settings?.ping ?? null, socket, content);
  }

  pong(socket: Socket, content: Uint8Array): void {
    this.bytes(this.settings?.pong ?? null, socket, content);
  }

  drain(socket: Socket): void {
    const handler = this.settings?.drain ?? null;
    if (handler === null || !(socket.owner instanceof ServerWebSocket)) return;
    this.run(handler, socket.owner, socket.owner);
  }

  close(socket: Socket, code: number, reason: string): void {
    const { owner } = socket;
    if (owner instanceof OwnSocket) owner.close();
    if (!(owner instanceof ServerWebSocket)) return;
    const handler = this.settings?.close ?? null;
    if (handler !== null) this.run(handler, owner, owner, code, reason);
    this.count--;
  }

  private bytes(handler: SocketHandler | null, socket: Socket, content: Uint8Array): void {
    const { owner } = socket;
    if (handler === null || !(owner instanceof ServerWebSocket)) return;
    this.call(handler, owner, asBinaryType(content, owner.binaryType));
  }

  private call(handler: SocketHandler, ws: ServerWebSocket, value: unknown): void {
    this.run(handler, ws, ws, value);
  }

  private run(handler: SocketHandler, ws: ServerWebSocket, ...given: unknown[]): void {
    try {
      this.scope.run(handler, undefined, ...given);
    } catch (error) {
      this.fail(ws, error);
    }
  }

  private fail(ws: ServerWebSocket, error: unknown): void {
    const handler = this.settings?.error ?? null;
    if (handler === null) {
      throwUncaught(error);
      return;
    }
    try {
      this.scope.run(handler, undefined, error, ws);
    } catch (second) {
      throwUncaught(second);
    }
  }
}
