/**
 * Calls when all microtasks and ticks are done that are on their way now, before anything else arrives: where
 * Bun goes on after it called a handler.
 */
export function afterMicrotasks(work: () => void): void {
  // The tick after a microtask comes when there are no more microtasks.
  queueMicrotask(() => process.nextTick(work));
}
