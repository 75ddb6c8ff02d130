/** Bun looks at its timers every four seconds, and so do clients that compare. Milliseconds. */
const STEP = 4_000;

/** Milliseconds of silence after which a socket is closed; 0: never. */
export function idleLimit(idleTimeout: number): number {
  return Math.ceil((idleTimeout * 1000) / STEP) * STEP;
}

/**
 * How long before its end a silent socket is pinged, in milliseconds: 4, 8 or 16 seconds, the more the longer
 * the timeout is.
 */
export function pingMargin(idleTimeout: number): number {
  let margin = 4;
  while (idleTimeout - margin * 2 >= margin * 2 && margin < 16) margin *= 2;
  return margin * 1000;
}

/** What the receiver hears of a client that fell silent. */
export const TIMED_OUT = "WebSocket timed out from inactivity";
