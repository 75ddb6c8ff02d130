import { readFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import type { Assets } from "./assets.js";
import { dataAsJson } from "./data-module.js";
import { type Replacement, type ScannedDocument, scanDocument } from "./document.js";
import type { PluginCallbacks } from "./plugin-callbacks.js";
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
  /** Of the project's plugins. */
  readonly callbacks: PluginCallbacks;
  /** Whether linked style sheets stay out of the bundle. */
  readonly sheetsApart: boolean;
  readonly state: PageBuild;
}

/** How the page imports its modules: by number, and even those that their package would let the bundler drop. */
const NUMBERED = /^page:(\d+)$/;

/** Bundles an HTML file: a module that imports its scripts and style sheets, in order. */
export function pagePlugin(options: PagePluginOptions): Plugin {
  const { page, assets, sheetsApart, state } = options;
  let modules: FoundFile[] = [];
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
        const document = await scanDocument(await sourceOf(options));
        const { references } = document;
        const followed = await Promise.all(references.map((one) => follow(one, options, build)));
        const errors = references
          .filter((_, index) => followed[index] === null)
          .map(({ specifier }) => ({ text: unresolvedText(specifier) }));
        const isApart = ({ path }: FoundFile): boolean => sheetsApart && path.endsWith(".css");
        const found = followed.flatMap((one) => one?.module ?? []);
        state.document = document;
        state.replacements = followed.map((one) => one?.replacement ?? "kept");
        state.sheets = found.filter(isApart).map(({ path }) => path);
        modules = found.filter((module) => !isApart(module));
        const imports = modules.map((_, number) => `import "page:${number}";\n`);
        return { errors, contents: imports.join(""), loader: "js", resolveDir: dirname(page) };
      });

      build.onResolve({ filter: NUMBERED }, ({ path, importer }): OnResolveResult | undefined => {
        const module = modules[Number(NUMBERED.exec(path)?.[1])];
        if (importer !== page || module === undefined) return undefined;
        const { namespace, droppable } = module;
        return { path: module.path, namespace, ...(droppable && { sideEffects: true }) };
      });
    },
  };
}

/** A plugin may have made the page from what the file holds. */
async function sourceOf({ page, callbacks }: PagePluginOptions): Promise<string> {
  const question = { path: page, namespace: "file", loader: "html", defer: () => Promise.resolve() };
  const contents = (await callbacks.load(question))?.contents ?? (await readFile(page));
  const source = typeof contents === "string" ? contents : Buffer.from(contents).toString();
  return source.replace(/^\uFEFF/, "");
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

/** What scripts and style sheets refer to beside each other. */
export function assetPlugin(assets: Assets, callbacks: PluginCallbacks): Plugin {
  return {
    name: "assets",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === "url-token" && args.pluginData !== ASKED)
          return styleUrl(args, build, assets, callbacks);
        return undefined;
      });
      build.onLoad({ filter: /.*/, namespace: "file" }, async ({ path, with: { type } }) => {
        if (type === "text") return { contents: await readFile(path), loader: "text" };
        const extension = extname(path);
        if (type !== "file" && Object.hasOwn(LOADERS, extension)) return undefined;
        const data = DATA[extension];
        if (data !== undefined && type !== "file") return readData(path, data);
        return { contents: await assets.urlOf(path), loader: "text" };
      });
    },
  };
}

/** Data that Bun's bundler reads, by extension. */
const DATA: Readonly<Record<string, string>> = {
  ".toml": "toml",
  ".jsonc": "jsonc",
  ".json5": "json5",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".xml": "xml",
  ".md": "md",
};

async function readData(path: string, loader: string): Promise<OnLoadResult> {
  try {
    return { contents: dataAsJson(loader, await readFile(path)) ?? "", loader: "json" };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { errors: [{ text, detail: { file: path } }] };
  }
}

async function styleUrl(
  { path, importer, resolveDir, kind }: OnResolveArgs,
  build: PluginBuild,
  assets: Assets,
  callbacks: PluginCallbacks,
): Promise<OnResolveResult | undefined> {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(path)) return undefined;
  const [, file = path, suffix = ""] = /^([^?#]*)([?#].*)?$/s.exec(path) ?? [];
  const answer = await callbacks.resolve({ path: file, importer, resolveDir, kind: "internal" });
  if (answer?.external) return { path: answer.path, external: true };
  const found = await build.resolve(answer?.path ?? file, { importer, resolveDir, kind, pluginData: ASKED });
  // Then esbuild's own complaint knows the place.
  if (found.errors.length > 0 || found.external) return undefined;
  const url = await assets.styleUrlOf(found.path);
  return { path: url.startsWith("data:") ? url : url + suffix, external: true };
}
