import { idleLimit, pingMargin } from "../idle.js";
import type { Connections } from "./connections.js";
import type { UwsWebSocket } from "./types.js";

/** Whether the engine reads from a WebSocket: while it does not, its client is held back by TCP. */
export class SocketReading {
  private readonly connections: Connections;
  private readonly native: UwsWebSocket;
  private readonly idleSeconds: number;
  /** See {@link Connections}; 0: not looked for. */
  private connection = 0;
  private wanted = true;
  /** Nothing can come any more, unless the engine has begun to read again. */
  stopped = false;

  /** @param idleTimeout seconds that the engine waits for a frame of the client; 0: for ever */
  constructor(connections: Connections, native: UwsWebSocket, idleTimeout: number) {
    this.connections = connections;
    this.native = native;
    this.idleSeconds = idleTimeout === 0 ? 0 : (idleLimit(idleTimeout) - pingMargin(idleTimeout)) / 1000;
  }

  /**
   * Stops, in a later turn where the engine is in the middle of what it has read: Bun delivers that, too.
   * @param failed called when it cannot be done
   */
  stop(failed: () => void): void {
    this.wanted = false;
    if (this.connections.corked !== 0) {
      setImmediate(() => {
        if (!this.wanted) this.stopNow(failed);
      });
    } else {
      this.stopNow(failed);
    }
  }

  /** Stops once more: the engine reads on when a write of it had to wait. */
  stopAgain(): void {
    if (this.stopped) this.connections.stopReading(this.connection);
  }

  start(): void {
    this.wanted = true;
    if (!this.stopped) return;
    this.stopped = false;
    this.connections.startReading(this.connection, this.idleSeconds);
  }

  /** The connection is gone. */
  closed(): void {
    this.wanted = true;
    this.stopped = false;
  }

  private stopNow(failed: () => void): void {
    this.connection ||= this.connections.ofWebSocket(this.native);
    if (this.connection === 0) {
      failed();
      return;
    }
    this.stopped = true;
    this.connections.stopReading(this.connection);
  }
}
