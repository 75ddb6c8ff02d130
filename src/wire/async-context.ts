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
