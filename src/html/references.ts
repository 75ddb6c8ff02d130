import { existsSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import type { ImportKind, PluginBuild } from "esbuild";
import type { Assets } from "./assets.js";
import type { Reference, Replacement } from "./document.js";
import type { PluginCallbacks } from "./plugin-callbacks.js";

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

/** The namespace of modules that no file and no plugin stands behind. */
export const OWN_NAMESPACE = "bunshim";

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
  /** Of the project's plugins, which are asked first. */
  readonly callbacks: PluginCallbacks;
}

/** A file that the bundler found. */
export interface FoundFile {
  /** Absolute path, or the name of a virtual module. */
  readonly path: string;
  /** `file`, or that of a virtual module. */
  readonly namespace: string;
  /** Whether its package says that it need not run for its own sake. */
  readonly droppable: boolean;
}

/**
 * Finds the file that a reference of an HTML file means; what becomes of it depends on that file, as in Bun.
 * @returns null where there is no such file
 */
export async function follow(
  reference: Reference,
  origin: Origin,
  build: PluginBuild,
): Promise<Followed | null> {
  const module = (await askPlugins(reference, origin)) ?? (await locate(reference, origin, build));
  if (module === null) return null;
  if (module === "external") return { replacement: "kept", module: null };
  const extension = extname(module.path);
  if (module.namespace !== "file" || extension === ".css" || SCRIPTS.has(extension)) {
    return { replacement: "removed", module };
  }
  if (extension === ".html") return { replacement: "kept", module: null };
  return { replacement: { value: await origin.assets.urlOf(module.path) }, module: null };
}

async function askPlugins(
  reference: Reference,
  { page, callbacks }: Origin,
): Promise<FoundFile | "external" | null> {
  if (callbacks.isEmpty) return null;
  const specifier = withoutQuery(reference.specifier);
  const resolveDir = dirname(page);
  const neighbour = join(resolveDir, specifier);
  const isBare = !/^\.{0,2}\//.test(specifier);
  const path = isBare && existsSync(neighbour) ? neighbour : specifier;
  const found = await callbacks.resolve({ path, importer: page, resolveDir, kind: reference.kind });
  if (found === null) return null;
  if (found.external) return "external";
  return { path: found.path, namespace: found.namespace, droppable: false };
}

async function locate(
  reference: Reference,
  { page, directory }: Origin,
  build: PluginBuild,
): Promise<FoundFile | null> {
  const specifier = withoutQuery(reference.specifier);
  const kind: ImportKind = reference.name === "href" ? "import-rule" : "import-statement";
  for (const path of candidates(specifier, directory)) {
    const found = await build.resolve(path, {
      kind,
      resolveDir: dirname(page),
      importer: page,
      pluginData: ASKED,
    });
    if (found.errors.length > 0 || found.external) continue;
    return { path: found.path, namespace: "file", droppable: !found.sideEffects };
  }
  return null;
}

function withoutQuery(specifier: string): string {
  return specifier.replace(/[?#].*$|\/$/s, "");
}

function candidates(specifier: string, directory: string): string[] {
  if (specifier === "") return [];
  if (specifier.startsWith("/")) return [join(directory, specifier), specifier];
  if (/^\.{1,2}\//.test(specifier)) return [specifier];
  return [`./${specifier}`, specifier];
}
