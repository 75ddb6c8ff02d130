import { AsyncResource } from "node:async_hooks";

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

/** Where Node.js keeps the stores of `AsyncLocalStorage`: on each resource, or in a frame of all of them. */
const KEPT_AS = new Set(["kResourceStore", "context_frame"]);

const outside = new AsyncResource("BUNSHIM", DISPOSABLE);

function fresh(): AsyncResource {
  return new AsyncResource("BUNSHIM", DISPOSABLE);
}

/** A new async context without any store; what is stored in it later stays there. */
export function emptyContext(): AsyncResource {
  return outside.runInAsyncScope(fresh);
}

/** The async context of the caller; null when nothing is stored in it. */
export function heldContext(): AsyncResource | null {
  const context = fresh();
  for (const symbol of Object.getOwnPropertySymbols(context)) {
    if (KEPT_AS.has(symbol.description ?? "") && holds(Reflect.get(context, symbol))) return context;
  }
  return null;
}

function holds(kept: unknown): boolean {
  return kept instanceof Map ? [...kept.values()].some(holds) : kept !== undefined;
}
