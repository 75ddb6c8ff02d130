import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { locate } from "./location.js";
import { withoutFrames } from "./plain-error.js";

/**
 * Loads the modules of `--preload`, one after the other; what is loaded already is not loaded again.
 *
 * @param specifiers paths from the working directory, or names of packages
 * @throws Error for one that leads nowhere
 */
export async function preload(specifiers: readonly string[]): Promise<void> {
  for (const specifier of specifiers) await import(urlOf(specifier));
}

function urlOf(specifier: string): string {
  const file = locate(resolve(specifier), "import");
  if (file !== null) return pathToFileURL(file).href;
  try {
    const found = createRequire(join(process.cwd(), "preload")).resolve(specifier);
    return found.startsWith("/") ? pathToFileURL(found).href : found;
  } catch {
    throw withoutFrames(new Error(`preload not found "${specifier}"`));
  }
}
