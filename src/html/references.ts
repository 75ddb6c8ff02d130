import { dirname, extname, join } from "node:path";
import type { ImportKind, OnResolveResult, PluginBuild } from "esbuild";
import type { Assets } from "./assets.js";
import type { Reference, Replacement } from "./document.js";
import { unresolvedText } from "./problem.js";

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

/** The namespace of modules in which there is nothing. */
export const NOTHING = "nothing";

/** A reference that was followed: what the bundle imports for it, and what becomes of it in the HTML. */
export interface Followed {
  readonly result: OnResolveResult;
  readonly replacement: Replacement;
  /** Path of the style sheet that it is. */
  readonly sheet: string | null;
}

/** Finds the file that a reference of an HTML file means; what it becomes depends on that file, as in Bun. */
export async function follow(
  reference: Reference,
  page: string,
  build: PluginBuild,
  assets: Assets,
): Promise<Followed> {
  const path = await locate(reference, page, build);
  if (path === null) {
    const errors = [{ text: unresolvedText(reference.specifier) }];
    return { result: { errors }, replacement: "kept", sheet: null };
  }
  const extension = extname(path);
  if (extension === ".css") return { result: { path }, replacement: "removed", sheet: path };
  if (SCRIPTS.has(extension)) {
    return { result: { path, sideEffects: true }, replacement: "removed", sheet: null };
  }
  const result = { path, namespace: NOTHING };
  if (extension === ".html") return { result, replacement: "kept", sheet: null };
  return { result, replacement: { value: await assets.urlOf(path) }, sheet: null };
}

async function locate(reference: Reference, page: string, build: PluginBuild): Promise<string | null> {
  const specifier = reference.specifier.replace(/[?#].*$/s, "");
  const kind: ImportKind = reference.name === "href" ? "import-rule" : "import-statement";
  for (const path of candidates(specifier)) {
    const found = await build.resolve(path, {
      kind,
      resolveDir: dirname(page),
      importer: page,
      pluginData: ASKED,
    });
    if (found.errors.length === 0 && !found.external) return found.path;
  }
  return null;
}

/** A leading slash means the folder in which the program was started. */
function candidates(specifier: string): string[] {
  if (specifier === "") return [];
  if (specifier.startsWith("/")) return [join(process.cwd(), specifier), specifier];
  if (/^\.{1,2}\//.test(specifier)) return [specifier];
  return [`./${specifier}`, specifier];
}
