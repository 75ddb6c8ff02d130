import { HeldEvents } from "./held-events.js";
import { SocketReading } from "./socket-reading.js";
import type { UwsSockets } from "./sockets.js";
import type { UwsWebSocket } from "./types.js";

/** What few sockets have at a time: those that open late, are paused, end or are timed. The others save its room. */
export class Episode {
  /** See {@link UwsSocket.open}. */
  open = true;
  /** What is to be done once the engine's socket is open; null: it is, or was. */
  pending: (() => void)[] | null = null;
  /** What the receiver is to hear when the engine reports the end that we asked for. */
  ending: { code: number; reason: string } | null = null;
  /** The code of the Close frame. */
  endCode = 0;
  /** The receiver was told of the end. */
  ended = false;
  endListeners: (() => void)[] = [];
  holding = false;
  held: HeldEvents | null = null;
  /** Null while it was never paused, and where the engine cannot stop reading. */
  reading: SocketReading | null = null;
  /** When something was last sent or received, where the time is kept here. */
  lastActive = 0;
  /** See {@link UwsSocket.congested}. */
  congested = false;
  /** It has ended, and waits for its client. */
  lingers = false;

  /** Nothing of it is needed any more. */
  get over(): boolean {
    const quiet =
      this.open && this.pending === null && this.ending === null && this.endListeners.length === 0;
    return quiet && !this.holding && this.held === null && !this.congested && this.lastActive === 0;
  }

  /** Stops reading; where the engine cannot, what comes is kept until the receiver wants it. */
  pause(native: UwsWebSocket | null, sockets: UwsSockets): void {
    this.holding = true;
    const connections = native === null || this.held !== null ? null : sockets.owner.findConnections();
    if (connections === null || native === null) {
      this.held ??= new HeldEvents();
      return;
    }
    const idleTimeout = sockets.timed ? 0 : sockets.options.idleTimeout;
    this.reading ??= new SocketReading(connections, native, idleTimeout);
    this.reading.stop(() => {
      if (this.holding) this.held ??= new HeldEvents();
    });
  }

  resume(): void {
    this.holding = false;
    this.reading?.start();
    const { held } = this;
    // Not in the middle of the caller's code, as messages never come there.
    setImmediate(() => {
      held?.release(() => this.holding);
      if (!this.holding && held?.empty === true) this.held = null;
    });
  }

  /** Whether what comes is to be kept. */
  holds(): boolean {
    if (this.held !== null) return true;
    if (!this.holding || this.reading?.stopped === false) return false;
    // The engine reads again, for a write of it had to wait.
    this.reading?.stopAgain();
    this.held = new HeldEvents();
    return true;
  }
}
