import { dirname, extname } from "node:path";
import type { Loader, OnLoadArgs, OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from "esbuild";
import { dataAsJson } from "./data-module.js";
import { LoadsUnderWay } from "./loads-under-way.js";
import type { LoadedByPlugin, PluginCallbacks } from "./plugin-callbacks.js";
import { ASKED, OWN_NAMESPACE } from "./references.js";

/** What the bundler and Bun call an import differently. */
const KINDS: Readonly<Record<string, string>> = {
  "entry-point": "entry-point-build",
  "url-token": "internal",
};

/**
 * Lets a project's plugins answer the bundler. It matches their filters itself: the bundler's own regular
 * expressions know less than JavaScript's.
 *
 * @param page absolute path of the HTML file, which has a loader of its own
 * @param directory what imports of virtual modules are relative to
 */
export function bridgePlugin(callbacks: PluginCallbacks, page: string, directory: string): Plugin {
  return {
    name: "plugins",
    setup(build) {
      const loads = new LoadsUnderWay();
      build.onResolve({ filter: /.*/ }, async (args): Promise<OnResolveResult | undefined> => {
        loads.touch();
        if (!isQuestion(args, page)) return undefined;
        const { path, importer, kind, namespace } = args;
        const resolveDir = namespace === "file" && kind !== "entry-point" ? args.resolveDir : ".";
        try {
          const found = await callbacks.resolve({ path, importer, resolveDir, kind: KINDS[kind] ?? kind });
          return found?.external ? { path: found.path, external: true } : (found ?? undefined);
        } catch (error) {
          return { errors: [failure(error, importer)] };
        }
      });
      build.onLoad({ filter: /.*/ }, async (args): Promise<OnLoadResult | undefined> => {
        loads.touch();
        const { path, namespace } = args;
        if (namespace === OWN_NAMESPACE || (namespace === "file" && path === page)) return undefined;
        try {
          const question = { path, namespace, loader: loaderOf(args) };
          const found = await loads.run((defer) => callbacks.load({ ...question, defer }));
          if (found !== null) return loaded(found, args, directory);
          if (namespace === "file") return undefined;
          throw new Error(`Expected onLoad plugin for namespace ${namespace} to exist`);
        } catch (error) {
          return { errors: [failure(error, path)] };
        }
      });
    },
  };
}

/** Whether a plugin is asked. Style sheets and pages ask for what they refer to themselves. */
function isQuestion({ kind, path, pluginData, importer }: OnResolveArgs, page: string): boolean {
  if (pluginData === ASKED || kind === "url-token" || importer === page) return false;
  return kind !== "entry-point" || path === page;
}

function failure(error: unknown, file: string): { text: string; detail: { file: string } } {
  return { text: error instanceof Error ? error.message : String(error), detail: { file } };
}

/** How Bun calls what reads a file. */
const LOADER_NAMES: Readonly<Record<string, string>> = {
  ".mjs": "js",
  ".cjs": "js",
  ".mts": "ts",
  ".cts": "ts",
  ".txt": "text",
  ".yml": "yaml",
};
const KNOWN = new Set(
  ["js", "jsx", "ts", "tsx", "css", "html", "json", "jsonc", "json5", "toml", "yaml", "xml", "md"].map(
    (name) => `.${name}`,
  ),
);

function loaderOf({ path, namespace }: OnLoadArgs): string {
  const extension = extname(path);
  if (namespace !== "file") return "js";
  return LOADER_NAMES[extension] ?? (KNOWN.has(extension) ? extension.slice(1) : "js");
}

/** What a plugin has, as the bundler reads it. */
function loaded(
  { contents, exports, loader }: LoadedByPlugin,
  { path, namespace }: OnLoadArgs,
  directory: string,
): OnLoadResult {
  const resolveDir = namespace === "file" ? dirname(path) : directory;
  if (contents === null) return { contents: JSON.stringify(exports) ?? "", loader: "json", resolveDir };
  const data = dataAsJson(loader, contents);
  if (data !== null) return { contents: data, loader: "json", resolveDir };
  if (loader === "css" && path.endsWith(".module.css")) return { contents, loader: "local-css", resolveDir };
  return { contents, loader: LOADERS[loader] ?? "text", resolveDir };
}

/** Loaders of Bun that the bundler has, too. Plain JavaScript may hold JSX. */
const LOADERS: Readonly<Record<string, Loader>> = {
  js: "jsx",
  jsx: "jsx",
  ts: "ts",
  tsx: "tsx",
  css: "css",
  json: "json",
  file: "file",
  base64: "base64",
  dataurl: "dataurl",
};
