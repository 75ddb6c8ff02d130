/** Longest reason of a Close frame in bytes of UTF-8 (RFC 6455 section 5.5: 125 with the code). */
export const MAX_REASON = 123;

/** What clients get from a listener that closes everything. */
export const SERVER_CLOSED = { code: 1001, reason: "Server closed" } as const;

/** The code that goes into a Close frame; 0: none goes in. Codes have 16 bits. */
export function sentCode(code: number): number {
  const sent = code & 0xffff;
  return sent === 1005 || sent === 1006 ? 0 : sent;
}
