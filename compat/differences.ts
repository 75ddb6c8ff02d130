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
    id: "date-always",
    what: "Every reply has a Date field; Bun leaves it out of most replies to HEAD and of a static route's 304",
    why: "uWebSockets.js writes it with every status line; RFC 9110 section 6.6.1 wants it",
    wires: ["uws"],
  },
  {
    id: "welcome-length",
    what: "The welcome text of development mode has one Content-Length, not two",
    why: "Bun repeats the field, which RFC 9110 section 8.6 lets a recipient reject",
    wires: ["uws", "node"],
  },
];
