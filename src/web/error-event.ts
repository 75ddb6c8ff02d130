/** Members of {@link ErrorEvent} that its maker decides. */
export interface ErrorEventInit extends EventInit {
  message?: string;
  filename?: string;
  lineno?: number;
  colno?: number;
  error?: unknown;
}

/**
 * The event of something that failed, for Node.js versions without it.
 *
 * @see https://html.spec.whatwg.org/#errorevent
 */
export class ErrorEvent extends Event {
  readonly #init: ErrorEventInit;
  constructor(type: string, init: ErrorEventInit = {}) {
    super(type, init);
    this.#init = { ...init };
  }
  /** What went wrong; empty by default. */
  get message(): string {
    return `${this.#init.message ?? ""}`;
  }
  /** The script at fault; empty by default. */
  get filename(): string {
    return `${this.#init.filename ?? ""}`;
  }
  /** Line, from 1; 0 by default. */
  get lineno(): number {
    return Number(this.#init.lineno ?? 0);
  }
  /** Column, from 1; 0 by default. */
  get colno(): number {
    return Number(this.#init.colno ?? 0);
  }
  /** What was thrown; null by default. */
  get error(): unknown {
    return this.#init.error ?? null;
  }
  get [Symbol.toStringTag](): string {
    return "ErrorEvent";
  }
}
