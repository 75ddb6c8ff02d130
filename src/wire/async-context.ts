import { AsyncLocalStorage, AsyncResource, executionAsyncResource } from "node:async_hooks";

/**
 * Whether `AsyncLocalStorage.enterWith` in one callback is seen by the next one on the same async resource.
 * Node.js < 24 keeps the stores on that resource, newer versions keep them in the engine's own context frame
 * (https://github.com/nodejs/node/pull/55552), which `--no-async-context-frame` turns off again.
 */
export function sharesAsyncContext(): boolean {
  contextIsShared ??= storesLiveOnResources();
  return contextIsShared;
}

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

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

let contextIsShared: boolean | undefined;

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
