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

export const differences: readonly Difference[] = [];
