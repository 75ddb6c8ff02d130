import { AsyncResource } from "node:async_hooks";
import { types } from "node:util";

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

/** What Node.js keeps of `AsyncLocalStorage` on each resource: every store, or since version 24 a frame of them. */
const STORE = "kResourceStore";
const FRAME = "context_frame";

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
  const kept = Object.getOwnPropertySymbols(probe).some((symbol) =>
    holdsStore(symbol.description, Reflect.get(probe, symbol)),
  );
  probe.emitDestroy();
  // Nobody knows when this one is needed no more: the collector tells.
  return kept ? new AsyncResource("BUNSHIM") : null;
}

function holdsStore(keptAs: string | undefined, kept: unknown): boolean {
  if (keptAs === STORE) return kept !== undefined;
  // A frame is a Map, but not one of the global class.
  if (keptAs !== FRAME || !types.isMap(kept)) return false;
  return [...Map.prototype.values.call(kept)].some((store) => store !== undefined);
}
