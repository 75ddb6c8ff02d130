import { AsyncResource } from "node:async_hooks";

/** Spares the collector a finalizer per call. */
const DISPOSABLE = { requireManualDestroy: true };

/**
 * Runs each handler in the async context that `Bun.serve` was called in, as Bun does: what one handler stores
 * with `AsyncLocalStorage.enterWith` is never seen by another.
 */
export class HandlerScope {
  private readonly origin = new AsyncResource("BUNSHIM_SERVER", DISPOSABLE);
  private readonly enter = (
    handler: (...given: unknown[]) => unknown,
    self: unknown,
    given: unknown[],
  ): unknown =>
    // A resource of its own: what is stored in a context is stored on its resource.
    new AsyncResource("BUNSHIM_WEBSOCKET", DISPOSABLE).runInAsyncScope(handler, self, ...given);

  /** @returns what the handler returns; throws what it throws */
  run(handler: (...given: unknown[]) => unknown, self: unknown, given: unknown[]): unknown {
    return this.origin.runInAsyncScope(this.enter, undefined, handler, self, given);
  }
}
