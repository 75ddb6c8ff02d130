import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pluginBuilder } from "./plugin-builder.js";
import { PluginCallbacks } from "./plugin-callbacks.js";

/**
 * Loads the plugins that bunfig.toml names, and sets them up.
 * @param folder where bunfig.toml is
 * @throws whatever loading or `setup` throws, and {@link InvalidBundlerPluginError}
 */
export async function loadPlugins(names: readonly string[], folder: string): Promise<PluginCallbacks> {
  const callbacks = new PluginCallbacks();
  const require = createRequire(join(folder, "bunfig.toml"));
  const started: Promise<unknown>[] = [];
  for (const name of names) {
    const path = name.startsWith(".") ? join(folder, name) : require.resolve(name);
    const namespace: Record<string, unknown> = await import(pathToFileURL(path).href);
    await setUp(namespace, name, pluginBuilder(folder, callbacks, started));
  }
  await Promise.all(started);
  return callbacks;
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
