import { AsyncResource } from "node:async_hooks";

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

/** Where Node.js keeps the stores of `AsyncLocalStorage`: on each resource, or in a frame of all of them. */
const KEPT_AS = new Set(["kResourceStore", "context_frame"]);

const outside = new AsyncResource("BUNSHIM", DISPOSABLE);

function fresh(): AsyncResource {
  return new AsyncResource("BUNSHIM", DISPOSABLE);
}

/**
 * Calls in a new async context without any store; what is stored in it stays there.
 *
 * @returns what the method returns
 */
export function runInEmptyContext<T, A extends unknown[], R>(
  method: (this: T, ...given: A) => R,
  self: T,
  ...given: A
): R {
  const context = outside.runInAsyncScope(fresh);
  try {
    return context.runInAsyncScope(method, self, ...given);
  } finally {
    // Agents keep a map of all living resources.
    context.emitDestroy();
  }
}

/** The async context of the caller; null when nothing is stored in it. */
export function heldContext(): AsyncResource | null {
  const probe = fresh();
  const kept = Object.getOwnPropertySymbols(probe).some(
    (symbol) => KEPT_AS.has(symbol.description ?? "") && holds(Reflect.get(probe, symbol)),
  );
  probe.emitDestroy();
  // Nobody knows when this one is needed no more: the collector tells.
  return kept ? new AsyncResource("BUNSHIM") : null;
}

function holds(kept: unknown): boolean {
  return kept instanceof Map ? [...kept.values()].some(holds) : kept !== undefined;
}
