import { AsyncResource } from "node:async_hooks";
import { sharesAsyncContext } from "../../wire/async-context.js";
import type { SocketHandler } from "./options.js";

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

/**
 * Runs each handler in the async context that `Bun.serve` was called in, as Bun does: what one handler stores
 * with `AsyncLocalStorage.enterWith` is never seen by another.
 */
export class HandlerScope {
  private readonly origin = new AsyncResource("BUNSHIM_SERVER", DISPOSABLE);
  private readonly leaks = sharesAsyncContext();

  /** @returns what the handler returns; throws what it throws */
  run(handler: SocketHandler, self: unknown, ...given: unknown[]): unknown {
    // What is stored in a context may be stored on its resource: then each call has its own.
    const resource = this.leaks ? this.origin.runInAsyncScope(fresh) : this.origin;
    return resource.runInAsyncScope(handler, self, ...given);
  }
}

function fresh(): AsyncResource {
  return new AsyncResource("BUNSHIM_WEBSOCKET", DISPOSABLE);
}
