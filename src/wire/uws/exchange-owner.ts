import type { IdleWatch } from "../idle-watch.js";
import type { Receiver } from "../wire.js";
import type { Connections } from "./connections.js";
import type { UwsSockets } from "./sockets.js";

/** What an exchange needs to know of the listener that it came through. */
export interface ExchangeOwner {
  readonly secure: boolean;
  /** Connections close once no request waits any more: replies must have left by then. */
  readonly stopping: boolean;
  /** Null as long as the listener takes no WebSockets. */
  readonly sockets: UwsSockets | null;
  /** Seconds; 0: never. */
  readonly idleTimeout: number;
  readonly idle: IdleWatch;
  readonly receiver: Receiver;
  /** Null until somebody needed them, and where the engine does not show them. */
  readonly connections: Connections | null;
  findConnections(): Connections | null;
  /** An exchange outlives its route callback. */
  opened(): void;
  /** That exchange is over. */
  closedExchange(): void;
}
