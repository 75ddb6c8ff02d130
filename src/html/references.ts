import { dirname, extname, join } from "node:path";
import type { ImportKind, PluginBuild } from "esbuild";
import type { Assets } from "./assets.js";
import type { Reference, Replacement } from "./document.js";

/** Files that the bundler reads as programs or data; all others are assets. */
export const LOADERS = {
  ".js": "jsx",
  ".mjs": "jsx",
  ".cjs": "jsx",
  ".jsx": "jsx",
  ".ts": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".tsx": "tsx",
  ".css": "css",
  ".module.css": "local-css",
  ".json": "json",
  ".txt": "text",
} as const;

/** Of these a page makes scripts; JSON and text are assets where HTML names them. */
const SCRIPTS = new Set([".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"]);

/** Marks the questions of this file, so that no plugin answers them by asking again. */
export const ASKED = { asked: true };

/** A reference that was followed. */
export interface Followed {
  readonly replacement: Replacement;
  /** The script or style sheet that it is. */
  readonly module: FoundFile | null;
}

/** Where references stand. */
export interface Origin {
  /** Absolute path of the HTML file. */
  readonly page: string;
  /** What a leading slash means. */
  readonly directory: string;
  readonly assets: Assets;
}

/** A file that the bundler found. */
export interface FoundFile {
  /** Absolute path. */
  readonly path: string;
  /** Whether its package says that it need not run for its own sake. */
  readonly droppable: boolean;
}

/**
 * Finds the file that a reference of an HTML file means; what becomes of it depends on that file, as in Bun.
 * @returns null where there is no such file
 */
export async function follow(
  reference: Reference,
  { page, directory, assets }: Origin,
  build: PluginBuild,
): Promise<Followed | null> {
  const module = await locate(reference, page, directory, build);
  if (module === null) return null;
  const extension = extname(module.path);
  if (extension === ".css" || SCRIPTS.has(extension)) return { replacement: "removed", module };
  if (extension === ".html") return { replacement: "kept", module: null };
  return { replacement: { value: await assets.urlOf(module.path) }, module: null };
}

async function locate(
  reference: Reference,
  page: string,
  directory: string,
  build: PluginBuild,
): Promise<FoundFile | null> {
  const specifier = reference.specifier.replace(/[?#].*$|\/$/s, "");
  const kind: ImportKind = reference.name === "href" ? "import-rule" : "import-statement";
  for (const path of candidates(specifier, directory)) {
    const found = await build.resolve(path, {
      kind,
      resolveDir: dirname(page),
      importer: page,
      pluginData: ASKED,
    });
    if (found.errors.length > 0 || found.external) continue;
    return { path: found.path, droppable: !found.sideEffects };
  }
  return null;
}

function candidates(specifier: string, directory: string): string[] {
  if (specifier === "") return [];
  if (specifier.startsWith("/")) return [join(directory, specifier), specifier];
  if (/^\.{1,2}\//.test(specifier)) return [specifier];
  return [`./${specifier}`, specifier];
}
