import type * as Esbuild from "esbuild";

let loaded: Promise<typeof Esbuild> | null = null;

/** The bundler, loaded when a page is first asked for. */
export function loadBundler(): Promise<typeof Esbuild> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof Esbuild> {
  const esbuild = await import("esbuild");
  // Its process would notice by itself that this one ended, and may complain of it to stderr.
  process.once("exit", () => void esbuild.stop());
  return esbuild;
}
