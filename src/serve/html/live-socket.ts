import type { Message, Socket } from "../../wire/socket.js";
import { OwnSocket } from "../websocket/own-socket.js";
import type { ClientMessage, ServerMessage } from "./live-client.js";

/** Who listens to the browsers that show live pages. */
export interface LiveSocketOwner {
  /** A browser shows the page. */
  shows(socket: LiveSocket, page: string): void;
  printed(kind: "log" | "error", text: string): void;
  left(socket: LiveSocket): void;
}

/** One browser that shows a live page. */
export class LiveSocket extends OwnSocket {
  private readonly owner: LiveSocketOwner;
  private socket: Socket | null = null;

  constructor(owner: LiveSocketOwner) {
    super();
    this.owner = owner;
  }

  open(socket: Socket): void {
    this.socket = socket;
  }

  message(message: Message): void {
    const told = typeof message === "string" ? readMessage(message) : null;
    if (told === null) return;
    if ("page" in told) this.owner.shows(this, told.page);
    else this.owner.printed(told.print, told.text);
  }

  close(): void {
    this.socket = null;
    this.owner.left(this);
  }

  tell(message: ServerMessage): void {
    this.socket?.send(JSON.stringify(message), false);
  }

  end(): void {
    this.socket?.close(1001, "");
  }
}

/** Null for what no page of ours sends. */
function readMessage(text: string): ClientMessage | null {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof told !== "object" || told === null) return null;
  if ("page" in told && typeof told.page === "string") return { page: told.page };
  if (!("print" in told) || !("text" in told) || typeof told.text !== "string") return null;
  if (told.print !== "log" && told.print !== "error") return null;
  return { print: told.print, text: told.text };
}
