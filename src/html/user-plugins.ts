import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, OnLoadResult, OnResolveResult, Plugin, PluginBuild } from "esbuild";

/** A bundler plugin as Bun's documents describe it; its callbacks have the shapes of esbuild's. */
interface BunPlugin {
  readonly name: string;
  setup(build: object): unknown;
}

interface Constraints {
  readonly filter: RegExp;
  readonly namespace?: string;
}

/** Loaders of Bun that esbuild calls otherwise. */
const LOADER_NAMES: Readonly<Record<string, Loader>> = { html: "text", jsonc: "json" };

/**
 * Loads the plugins that bunfig.toml names.
 * @param folder where bunfig.toml is
 * @throws {Error} for what cannot be loaded, or is no plugin
 */
export async function loadPlugins(names: readonly string[], folder: string): Promise<Plugin[]> {
  const require = createRequire(join(folder, "bunfig.toml"));
  return Promise.all(
    names.map(async (name) => {
      const url = name.startsWith(".") ? join(folder, name) : require.resolve(name);
      const plugin = await defaultExport(url, name);
      if (!isPlugin(plugin)) {
        throw new Error(`Expected the default export of ${name} to be a bundler plugin, with name and setup`);
      }
      return asEsbuildPlugin(plugin);
    }),
  );
}

async function defaultExport(path: string, name: string): Promise<unknown> {
  try {
    const namespace: { default?: unknown } = await import(pathToFileURL(path).href);
    return namespace.default;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Failed to load the plugin ${name} for Bun.serve: ${why}`, { cause });
  }
}

function isPlugin(value: unknown): value is BunPlugin {
  if (typeof value !== "object" || value === null) return false;
  return "name" in value && "setup" in value && typeof value.setup === "function";
}

function asEsbuildPlugin(plugin: BunPlugin): Plugin {
  return {
    name: String(plugin.name),
    async setup(build) {
      await plugin.setup(bunBuild(build));
    },
  };
}

/** What `setup` gets: esbuild's builder, where a missing namespace means files, and loaders have Bun's names. */
function bunBuild(build: PluginBuild): object {
  const builder = {
    config: { ...build.initialOptions, target: "browser" },
    onStart(callback: () => void | Promise<void>): object {
      build.onStart(async () => {
        await callback();
      });
      return builder;
    },
    onResolve({ filter, namespace = "file" }: Constraints, callback: ResolveCallback): object {
      build.onResolve({ filter, namespace }, async (args) => (await callback(args)) ?? undefined);
      return builder;
    },
    onLoad({ filter, namespace = "file" }: Constraints, callback: LoadCallback): object {
      build.onLoad({ filter, namespace }, async (args) => {
        const result = await callback({ ...args, loader: "file" });
        return result ? loaded(result) : undefined;
      });
      return builder;
    },
  };
  return builder;
}

type Maybe<T> = T | null | undefined | Promise<T | null | undefined>;
type ResolveCallback = (args: object) => Maybe<OnResolveResult>;
type LoadCallback = (args: object) => Maybe<LoadedByPlugin>;

interface LoadedByPlugin {
  readonly contents?: string | Uint8Array;
  readonly loader?: string;
  readonly exports?: unknown;
}

function loaded({ contents, loader = "js", exports }: LoadedByPlugin): OnLoadResult {
  if (loader === "object") return { contents: `module.exports = ${JSON.stringify(exports)};`, loader: "js" };
  const known = LOADER_NAMES[loader] ?? (isLoader(loader) ? loader : "js");
  return { contents: contents ?? "", loader: known };
}

function isLoader(name: string): name is Loader {
  return ["js", "jsx", "ts", "tsx", "css", "json", "text", "file", "local-css", "base64", "dataurl"].includes(
    name,
  );
}
