import { AsyncResource } from "node:async_hooks";
import { heldContext, runInOwnResource, sharesAsyncContext } from "../async/context.js";

/**
 * The async context in which handlers were given to `Bun.serve` or `server.reload`. As in Bun, each call runs in
 * it, and what one stores with `AsyncLocalStorage.enterWith` is never seen by another.
 */
export class HandlerScope {
  /** Whether anything was stored there. */
  readonly holdsStore = heldContext() !== null;
  private readonly origin = new AsyncResource("BUNSHIM_SERVER");
  private readonly leaks = sharesAsyncContext();

  /** @returns what the handler returns; throws what it throws */
  run<A extends unknown[], R>(handler: (...given: A) => R, self: unknown, ...given: A): R {
    // What is stored in a context may be stored on its resource: then each call has its own.
    return this.leaks
      ? this.origin.runInAsyncScope(
          runInOwnResource<unknown, A, R>,
          null,
          "BUNSHIM_HANDLER",
          handler,
          self,
          ...given,
        )
      : this.origin.runInAsyncScope(handler, self, ...given);
  }
}
