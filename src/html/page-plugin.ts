import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { dirname, extname } from "node:path";
import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import type { Assets } from "./assets.js";
import { type Replacement, type ScannedDocument, scanDocument } from "./document.js";
import { unresolvedText } from "./problem.js";
import { ASKED, type FoundFile, follow, LOADERS } from "./references.js";

/** What one build finds out beside its output. */
export interface PageBuild {
  document: ScannedDocument | null;
  /** One for each reference of the document. */
  replacements: Replacement[];
  /** Paths of the style sheets of the document, in its order; where they are built apart. */
  sheets: string[];
  /** Paths of all files that were read. */
  readonly inputs: Set<string>;
}

/** What a page plugin is told. */
export interface PagePluginOptions {
  /** Absolute path of the HTML file. */
  readonly page: string;
  /** What a leading slash means in it. */
  readonly directory: string;
  readonly assets: Assets;
  /** Whether linked style sheets stay out of the bundle. */
  readonly sheetsApart: boolean;
  readonly state: PageBuild;
}

/** In front of the path of a module that its package would let the bundler drop. */
const KEPT = "kept:";

/** Bundles an HTML file: a module that imports its scripts and style sheets, in order. */
export function pagePlugin(options: PagePluginOptions): Plugin {
  const { page, assets, sheetsApart, state } = options;
  return {
    name: "html",
    setup(build) {
      build.onStart(() => {
        assets.clear();
        state.inputs.clear();
        state.inputs.add(page);
        state.document = null;
        state.replacements = [];
        state.sheets = [];
      });

      build.onLoad({ filter: /\.html$/, namespace: "file" }, async ({ path }): Promise<OnLoadResult> => {
        // The pages that a script imports are none of its modules.
        if (path !== page) return { contents: "", loader: "js" };
        const document = await scanDocument((await readFile(page, "utf8")).replace(/^\uFEFF/, ""));
        const { references } = document;
        const followed = await Promise.all(references.map((one) => follow(one, options, build)));
        const errors = references
          .filter((_, index) => followed[index] === null)
          .map(({ specifier }) => ({ text: unresolvedText(specifier) }));
        const modules = followed.flatMap((one) => one?.module ?? []);
        const isApart = ({ path }: FoundFile): boolean => sheetsApart && path.endsWith(".css");
        state.document = document;
        state.replacements = followed.map((one) => one?.replacement ?? "kept");
        state.sheets = modules.filter(isApart).map(({ path }) => path);
        const imports = modules
          .filter((module) => !isApart(module))
          .map(({ path, droppable }) => `import ${JSON.stringify(droppable ? KEPT + path : path)};\n`);
        return { errors, contents: imports.join(""), loader: "js", resolveDir: dirname(page) };
      });

      build.onResolve({ filter: /^kept:/ }, ({ path, importer }) =>
        importer === page ? { path: path.slice(KEPT.length), sideEffects: true } : undefined,
      );
    },
  };
}

/** Notes which files are read, whoever reads them. */
export function inputPlugin(inputs: Set<string>): Plugin {
  return {
    name: "inputs",
    setup(build) {
      build.onLoad({ filter: /.*/, namespace: "file" }, ({ path }) => {
        inputs.add(path);
        return undefined;
      });
    },
  };
}

/** What scripts and style sheets refer to beside each other: assets, and what browsers do not have. */
export function assetPlugin(assets: Assets): Plugin {
  return {
    name: "assets",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === "url-token" && args.pluginData !== ASKED) return styleUrl(args, build, assets);
        return undefined;
      });
      build.onResolve({ filter: BUILTIN }, (args) =>
        args.pluginData === ASKED ? undefined : builtin(args, build),
      );
      build.onResolve({ filter: /^bun(?::|$)/ }, ({ path }) => ({
        errors: [{ text: notForBrowsers(path) }],
      }));
      build.onLoad({ filter: /.*/, namespace: BUILTIN_NAMESPACE }, () => ({
        contents: 'Object.defineProperty(module.exports, "__esModule", { value: true });',
        loader: "js",
      }));
      build.onLoad({ filter: /.*/, namespace: "file" }, async ({ path, with: { type } }) => {
        if (type === "text") return { contents: await readFile(path), loader: "text" };
        const extension = extname(path);
        if (type !== "file" && Object.hasOwn(LOADERS, extension)) return undefined;
        if (extension === ".toml") {
          const { parse } = await import("smol-toml");
          return { contents: JSON.stringify(parse(await readFile(path, "utf8"))), loader: "json" };
        }
        if (UNREAD.has(extension)) {
          return { errors: [{ text: `bunshim cannot bundle ${extension.slice(1)} files` }] };
        }
        return { contents: await assets.urlOf(path), loader: "text" };
      });
    },
  };
}

/** Data that Bun's bundler reads and nothing here does. */
const UNREAD = new Set([".yaml", ".yml", ".jsonc", ".json5", ".xml"]);

const BUILTIN_NAMESPACE = "node-builtin";
const BUILTIN = new RegExp(
  `^(?:node:.*|${builtinModules.filter((name) => /^[\w/]+$/.test(name)).join("|")})$`,
);

/** In a browser Node.js's modules are empty, unless a package of that name is installed. */
async function builtin({ path, ...asked }: OnResolveArgs, build: PluginBuild): Promise<OnResolveResult> {
  if (!path.startsWith("node:")) {
    const { importer, resolveDir, kind } = asked;
    const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: ASKED });
    if (found.errors.length === 0 && !found.external) return { path: found.path, namespace: found.namespace };
  }
  return { path, namespace: BUILTIN_NAMESPACE };
}

function notForBrowsers(path: string): string {
  return `Browser build cannot import Bun builtin: "${path}". When bundling for Bun, set target to 'bun'`;
}

async function styleUrl(
  { path, importer, resolveDir, kind }: OnResolveArgs,
  build: PluginBuild,
  assets: Assets,
): Promise<OnResolveResult | undefined> {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(path)) return undefined;
  const [, file = path, suffix = ""] = /^([^?#]*)([?#].*)?$/s.exec(path) ?? [];
  const found = await build.resolve(file, { importer, resolveDir, kind, pluginData: ASKED });
  // Then esbuild's own complaint knows the place.
  if (found.errors.length > 0 || found.external) return undefined;
  const url = await assets.styleUrlOf(found.path);
  return { path: url.startsWith("data:") ? url : url + suffix, external: true };
}
