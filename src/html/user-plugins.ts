import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { loadBundler } from "./bundler.js";
import { pluginBuilder } from "./plugin-builder.js";
import { PluginCallbacks } from "./plugin-callbacks.js";

/**
 * Loads the plugins that bunfig.toml names, and sets them up.
 * @param folder where bunfig.toml is
 * @throws whatever loading or `setup` throws, and {@link InvalidBundlerPluginError}
 */
export async function loadPlugins(names: readonly string[], folder: string): Promise<PluginCallbacks> {
  const callbacks = new PluginCallbacks();
  const started: Promise<unknown>[] = [];
  const paths = await locate(names, folder);
  for (const [index, name] of names.entries()) {
    const path = paths[index] ?? null;
    if (path === null) {
      const kind = name.startsWith(".") || name.startsWith("/") ? "module" : "package";
      throw new Error(`Cannot find ${kind} '${name}' from '${folder}'`);
    }
    const namespace: Record<string, unknown> = await import(pathToFileURL(path).href);
    await setUp(namespace, name, pluginBuilder(folder, callbacks, started));
  }
  await Promise.all(started);
  return callbacks;
}

/** The files that the names mean; the bundler knows the ways of packages, and of Bun. */
async function locate(names: readonly string[], folder: string): Promise<(string | null)[]> {
  if (names.length === 0) return [];
  const { build } = await loadBundler();
  const paths: (string | null)[] = [];
  const resolver: Plugin = {
    name: "locate",
    setup({ onStart, resolve }) {
      onStart(async () => {
        for (const name of names) {
          const found = await resolve(name, { kind: "import-statement", resolveDir: folder });
          paths.push(found.errors.length > 0 || found.external ? null : found.path);
        }
      });
    },
  };
  await build({
    stdin: { contents: "" },
    absWorkingDir: folder,
    write: false,
    platform: "node",
    conditions: ["bun"],
    logLevel: "silent",
    plugins: [resolver],
  });
  return paths;
}

async function setUp(
  namespace: Readonly<Record<string, unknown>>,
  name: string,
  builder: object,
): Promise<void> {
  if (!("default" in namespace)) {
    throw new TypeError(`Expected "${name}" to be a module which default exports a bundler plugin.`);
  }
  const plugin: unknown = namespace["default"];
  const isSome = (typeof plugin === "object" || typeof plugin === "function") && plugin !== null;
  if (!isSome || !Reflect.get(plugin, "name")) throw new InvalidBundlerPluginError(name, "name is missing");
  const setup: unknown = Reflect.get(plugin, "setup");
  if (typeof setup !== "function") throw new InvalidBundlerPluginError(name, "setup() is missing");
  await Reflect.apply(setup, plugin, [builder]);
}

/** A default export that is no plugin, in Bun's words. */
class InvalidBundlerPluginError extends TypeError {
  readonly pluginName: string;

  constructor(pluginName: string, reason: string) {
    super(`"${pluginName}" is not a valid bundler plugin: ${reason}`);
    this.pluginName = pluginName;
  }
}
