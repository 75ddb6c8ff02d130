import { AsyncLocalStorage, AsyncResource, executionAsyncResource } from "node:async_hooks";
import { types } from "node:util";

/*
 * Async contexts, as far as Node.js lets one see them: what `AsyncLocalStorage` stores, and for whom.
 */

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

/** What Node.js keeps of `AsyncLocalStorage` on each resource: every store, or since version 24 a frame of them. */
const STORE = "kResourceStore";
const FRAME = "context_frame";

const outside = new AsyncResource("BUNSHIM", DISPOSABLE);

/**
 * Calls a method in an async resource of its own. Hooks learn right after the call that it is gone: agents that
 * keep a map of all living ones would fill it otherwise.
 *
 * @param type what hooks are told that it is
 * @returns what the method returns; throws what it throws
 */
export function runInOwnResource<T, A extends unknown[], R>(
  type: string,
  method: (this: T, ...given: A) => R,
  self: T,
  ...given: A
): R {
  const resource = new AsyncResource(type, DISPOSABLE);
  try {
    return resource.runInAsyncScope(method, self, ...given);
  } finally {
    resource.emitDestroy();
  }
}

/**
 * Calls in a new async context without any store; what is stored in it stays there.
 *
 * @returns what the method returns; throws what it throws
 */
export function runInEmptyContext<T, A extends unknown[], R>(
  method: (this: T, ...given: A) => R,
  self: T,
  ...given: A
): R {
  return outside.runInAsyncScope(runInOwnResource<T, A, R>, null, "BUNSHIM", method, self, ...given);
}

/** The async context of the caller; null when nothing is stored in it. */
export function heldContext(): AsyncResource | null {
  const probe = new AsyncResource("BUNSHIM", DISPOSABLE);
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

let contextIsShared: boolean | undefined;

/**
 * Whether `AsyncLocalStorage.enterWith` in one callback is seen by the next one on the same async resource.
 * Node.js < 24 keeps the stores on that resource, newer versions keep them in the engine's own context frame
 * (https://github.com/nodejs/node/pull/55552), which `--no-async-context-frame` turns off again.
 */
export function sharesAsyncContext(): boolean {
  contextIsShared ??= storesLiveOnResources();
  return contextIsShared;
}

function storesLiveOnResources(): boolean {
  const storage = new AsyncLocalStorage<boolean>();
  try {
    return new AsyncResource("bunshim:probe").runInAsyncScope(() => {
      const before = Object.getOwnPropertySymbols(executionAsyncResource()).length;
      storage.enterWith(true);
      return Object.getOwnPropertySymbols(executionAsyncResource()).length > before;
    });
  } finally {
    storage.disable();
  }
}
