import { join } from "node:path";
import { thrownText } from "../bun/inspect/inspect.js";
import { readStaticSettings, type StaticSettings } from "./bunfig.js";
import type { PluginCallbacks } from "./plugin-callbacks.js";
import type { Problem } from "./problem.js";
import { loadPlugins } from "./user-plugins.js";

/** What becomes of the source maps of scripts. */
export type MapKind = NonNullable<StaticSettings["sourcemap"]>;

/** What a project says of its pages. */
export interface Project {
  readonly settings: StaticSettings;
  /** Of its plugins. */
  readonly callbacks: PluginCallbacks;
}

/** A project, or why there is none. */
export type ProjectResult =
  | { readonly project: Project; readonly problem: null }
  | { readonly project: null; readonly problem: Problem };

/** The folder of a project. Its bunfig.toml is read when a page is first bundled, and its plugins are set up then. */
export class ProjectFolder {
  /** Absolute path: what a leading slash means in HTML. */
  readonly path: string;
  private result: Promise<ProjectResult> | null = null;

  constructor(path: string) {
    this.path = path;
  }

  load(): Promise<ProjectResult> {
    this.result ??= loadProject(this.path);
    return this.result;
  }
}

async function loadProject(folder: string): Promise<ProjectResult> {
  let settings: StaticSettings;
  try {
    settings = await readStaticSettings(folder);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { project: null, problem: { text, file: join(folder, "bunfig.toml"), place: null } };
  }
  try {
    return { project: { settings, callbacks: await loadPlugins(settings.plugins, folder) }, problem: null };
  } catch (error) {
    const text = `Failed to load plugins for Bun.serve:\n${thrownText(error).trimEnd()}`;
    return { project: null, problem: { text, file: null, place: null } };
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
    "process.browser": "true",
  };
}
