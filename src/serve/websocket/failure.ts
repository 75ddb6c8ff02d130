/**
 * A handler threw, and no `error` handler took it: an uncaught exception of the program, as in Bun. It is
 * thrown where it cannot end up in the engine.
 */
export function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
