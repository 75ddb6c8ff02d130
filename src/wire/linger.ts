/** How long a client may take nothing of the rest, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Closes a connection that has ended, once its client takes nothing any more.
 * @param left bytes that wait for it; null: the connection is gone
 * @returns what can be cleared when it is
 */
export function linger(left: () => number | null, close: () => void): NodeJS.Timeout {
  let before = left() ?? 0;
  const timer = setInterval(() => {
    const now = left();
    if (now !== null && now < before) {
      before = now;
      return;
    }
    clearInterval(timer);
    if (now !== null) close();
  }, PATIENCE);
  return timer.unref();
}
