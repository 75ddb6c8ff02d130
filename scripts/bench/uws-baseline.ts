import { join } from "node:path";
import { build } from "esbuild";
import { CHECKOUT, UWS_BASELINE } from "./paths.js";

/**
 * Makes {@link UWS_BASELINE}. Run through a TypeScript loader, the server would begin with memory that the
 * loader has freed, and its sockets would seem to cost none.
 */
export async function buildUwsBaseline(): Promise<void> {
  await build({
    entryPoints: [join(CHECKOUT, "scripts/bench/baselines/uws.ts")],
    outfile: UWS_BASELINE,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
}
