import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Where results go; outside git. */
export const RESULTS = join(CHECKOUT, ".cache/bench");

/** The chart that the README shows. */
export const CHART = join(CHECKOUT, "docs/bench.svg");
