import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Where results go; outside git. */
export const RESULTS = join(CHECKOUT, ".cache/bench");

/** The chart that the README shows. */
export const CHART = join(CHECKOUT, "docs/bench.svg");

/** The server with uWebSockets.js alone, as plain JavaScript; see uws-baseline.ts. */
export const UWS_BASELINE = join(RESULTS, "uws.js");
