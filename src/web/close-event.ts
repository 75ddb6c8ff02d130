/** Members of {@link CloseEvent} that its maker decides. */
export interface CloseEventInit extends EventInit {
  code?: number;
  reason?: string;
  wasClean?: boolean;
}

/**
 * The event of a WebSocket that closed, for Node.js versions without it.
 *
 * @see https://websockets.spec.whatwg.org/#the-closeevent-interface
 */
export class CloseEvent extends Event {
  readonly #code: number;
  readonly #reason: string;
  readonly #wasClean: boolean;
  constructor(type: string, init: CloseEventInit = {}) {
    super(type, init);
    this.#code = (init.code ?? 0) & 0xffff;
    this.#reason = `${init.reason ?? ""}`;
    this.#wasClean = Boolean(init.wasClean);
  }
  /** Status code that the other side sent; 0 by default. */
  get code(): number {
    return this.#code;
  }
  /** Reason that the other side sent; empty by default. */
  get reason(): string {
    return this.#reason;
  }
  /** Whether the closing handshake was complete. */
  get wasClean(): boolean {
    return this.#wasClean;
  }
  get [Symbol.toStringTag](): string {
    return "CloseEvent";
  }
}
