import { reportError } from "../error-report.js";

/** A handler threw, and there is no `error` handler: an uncaught exception, which ends nobody's process. */
export function throwUncaught(error: unknown): void {
  if (process.listenerCount("uncaughtException") === 0) {
    reportError(error);
    return;
  }
  // A listener that throws, too, must not end up in the engine.
  queueMicrotask(() => {
    throw error;
  });
}

/** Takes care of the promise that an async handler returned: its rejection is nobody's business but the process's. */
export function watchRejection(promise: Promise<unknown>): void {
  promise.then(undefined, (reason: unknown) => {
    if (process.listenerCount("unhandledRejection") === 0) reportError(reason);
    else process.emit("unhandledRejection", reason, promise);
  });
}
