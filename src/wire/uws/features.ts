import { AsyncLocalStorage, AsyncResource, executionAsyncResource } from "node:async_hooks";
import type { UwsResponse } from "./types.js";

/*
 * What differs between engine builds (20.51.4, 20.69.0, the user's own) and between Node.js versions below
 * them. Code asks here, and here we ask the thing itself: never its version number.
 */

/** What `getRemotePort` gives for a unix socket: (uint32_t) -1. */
const NO_PORT = 0xffff_ffff;

/**
 * The client's port, or 0 where the engine cannot tell: 20.51.4 has no `getRemotePort`, 20.69.0 has it.
 */
export function remotePort(response: UwsResponse): number {
  const port = response.getRemotePort?.();
  return port === undefined || port === NO_PORT ? 0 : port;
}

/**
 * Whether `AsyncLocalStorage.enterWith` in one native callback is seen by the next one. uWebSockets.js calls
 * back on one shared async resource; Node.js < 24 keeps the stores on that resource, newer versions keep them
 * in the engine's own context frame (https://github.com/nodejs/node/pull/55552), which
 * `--no-async-context-frame` turns off again.
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
