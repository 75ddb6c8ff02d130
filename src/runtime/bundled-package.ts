import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Importer } from "./location.js";

/**
 * Where `ws` is for a program that has not installed it: Bun has that package within itself.
 * @returns null for every other package
 */
export function bundledPackage(specifier: string, importer: Importer): string | null {
  if (specifier !== "ws") return null;
  const path = createRequire(import.meta.url).resolve(specifier);
  // Its names are told to `import` by a file of their own.
  return importer === "import" ? join(dirname(path), "wrapper.mjs") : path;
}
