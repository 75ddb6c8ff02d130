import { join } from "node:path";
import type { Plugin } from "esbuild";
import { readStaticSettings, type StaticSettings } from "./bunfig.js";
import type { Problem } from "./problem.js";
import { loadPlugins } from "./user-plugins.js";

/** What becomes of the source maps of scripts. */
export type MapKind = NonNullable<StaticSettings["sourcemap"]>;

/** What a project says of its pages. */
export interface Project {
  readonly settings: StaticSettings;
  readonly plugins: readonly Plugin[];
}

/** Reads bunfig.toml of a folder, and loads the plugins that it names. */
export async function loadProject(
  folder: string,
): Promise<{ project: Project; problem: null } | { project: null; problem: Problem }> {
  try {
    const settings = await readStaticSettings(folder);
    return { project: { settings, plugins: await loadPlugins(settings.plugins, folder) }, problem: null };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { project: null, problem: { text, file: join(folder, "bunfig.toml"), place: null } };
  }
}

/** What scripts see of the environment. @param prefix of the variables that they see; null: none */
export function environment(production: boolean, prefix: string | null): Record<string, string> {
  const mode = production ? "production" : process.env["NODE_ENV"] || "development";
  const names = prefix === null ? [] : Object.keys(process.env).filter((name) => name.startsWith(prefix));
  return {
    ...Object.fromEntries(
      names
        .filter((name) => /^[A-Za-z_$][\w$]*$/.test(name))
        .map((name) => [`process.env.${name}`, JSON.stringify(process.env[name])]),
    ),
    "process.env.NODE_ENV": JSON.stringify(mode),
  };
}
