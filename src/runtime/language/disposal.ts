import { add } from "./define.js";

/** Adds stacks of what is to be disposed of: https://tc39.es/proposal-explicit-resource-management/ */
export function installDisposal(): void {
  add(globalThis, "SuppressedError", SuppressedError);
  add(globalThis, "DisposableStack", DisposableStack);
  add(globalThis, "AsyncDisposableStack", AsyncDisposableStack);
}

/** An error that came while another was on its way. */
class SuppressedError extends Error {
  declare readonly error: unknown;
  declare readonly suppressed: unknown;

  constructor(error: unknown, suppressed: unknown, message?: string) {
    super(message);
    for (const [name, value] of Object.entries({ error, suppressed })) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true });
    }
  }
}
Object.defineProperty(SuppressedError.prototype, "name", {
  value: "SuppressedError",
  writable: true,
  configurable: true,
});

type Cleanup = () => unknown;

/** What both kinds of stacks keep: clean-ups, the last one first. */
class Cleanups {
  #list: Cleanup[] | null = [];

  get disposed(): boolean {
    return this.#list === null;
  }

  add(cleanup: Cleanup): void {
    this.#open().push(cleanup);
  }

  /** Hands everything to another, and is disposed of. */
  move(): Cleanups {
    const other = new Cleanups();
    other.#list = this.#open();
    this.#list = null;
    return other;
  }

  /** All of them, to be run; none the second time. */
  take(): Cleanup[] {
    const list = this.#list ?? [];
    this.#list = null;
    return list.reverse();
  }

  #open(): Cleanup[] {
    if (this.#list === null) throw new ReferenceError("Stack is already disposed");
    return this.#list;
  }
}

/** What went wrong so far: a later error covers an earlier one. */
class Failures {
  #failed = false;
  #error: unknown;

  add(error: unknown): void {
    this.#error = this.#failed ? new SuppressedError(error, this.#error) : error;
    this.#failed = true;
  }

  throwIfAny(): void {
    if (this.#failed) throw this.#error;
  }
}

class DisposableStack {
  #cleanups = new Cleanups();

  get disposed(): boolean {
    return this.#cleanups.disposed;
  }

  use<T>(value: T): T {
    const dispose = methodOf(value, [Symbol.dispose]);
    if (dispose !== null) this.#cleanups.add(dispose);
    return value;
  }

  adopt<T>(value: T, onDispose: (value: T) => void): T {
    requireCallback(onDispose);
    this.#cleanups.add(() => onDispose(value));
    return value;
  }

  defer(onDispose: () => void): void {
    requireCallback(onDispose);
    this.#cleanups.add(() => onDispose());
  }

  move(): DisposableStack {
    const other = new DisposableStack();
    other.#cleanups = this.#cleanups.move();
    return other;
  }

  dispose(): void {
    const failures = new Failures();
    for (const cleanup of this.#cleanups.take()) {
      try {
        cleanup();
      } catch (error) {
        failures.add(error);
      }
    }
    failures.throwIfAny();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

class AsyncDisposableStack {
  #cleanups = new Cleanups();

  get disposed(): boolean {
    return this.#cleanups.disposed;
  }

  use<T>(value: T): T {
    const dispose = methodOf(value, [Symbol.asyncDispose, Symbol.dispose]);
    if (dispose !== null) this.#cleanups.add(dispose);
    return value;
  }

  adopt<T>(value: T, onDispose: (value: T) => unknown): T {
    requireCallback(onDispose);
    this.#cleanups.add(() => onDispose(value));
    return value;
  }

  defer(onDispose: () => unknown): void {
    requireCallback(onDispose);
    this.#cleanups.add(() => onDispose());
  }

  move(): AsyncDisposableStack {
    const other = new AsyncDisposableStack();
    other.#cleanups = this.#cleanups.move();
    return other;
  }

  async disposeAsync(): Promise<void> {
    const failures = new Failures();
    for (const cleanup of this.#cleanups.take()) {
      try {
        await cleanup();
      } catch (error) {
        failures.add(error);
      }
    }
    failures.throwIfAny();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.disposeAsync();
  }
}

// Bundlers rename classes that mention themselves.
for (const [name, stack] of Object.entries({ DisposableStack, AsyncDisposableStack })) {
  Object.defineProperty(stack, "name", { value: name, configurable: true });
  Object.defineProperty(stack.prototype, Symbol.toStringTag, { value: name, configurable: true });
}

/** The way to dispose of a value; null for nothing. */
function methodOf(value: unknown, names: readonly symbol[]): Cleanup | null {
  if (value === undefined || value === null) return null;
  for (const name of names) {
    const method: unknown = Reflect.get(Object(value), name);
    if (typeof method === "function") return () => Reflect.apply(method, value, []);
  }
  throw new TypeError("The value cannot be disposed of");
}

function requireCallback(value: unknown): void {
  if (typeof value !== "function") throw new TypeError("The callback must be a function");
}
