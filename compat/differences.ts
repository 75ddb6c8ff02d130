import type { Wire } from "./suite/runtimes.js";

/** What cannot equal Bun, and why. A case that shows it names the `id` and records the other output exactly. */
export interface Difference {
  id: string;
  /** What a program or a client sees. */
  what: string;
  /** Why it cannot be otherwise. */
  why: string;
  wires: readonly Wire[];
}

export const differences: readonly Difference[] = [
  {
    id: "date-on-head",
    what: "The reply to a HEAD request has a Date field",
    why: "uWebSockets.js writes it with every status line; the field is allowed and, by RFC 9110 section 6.6.1, wanted",
    wires: ["uws"],
  },
];
