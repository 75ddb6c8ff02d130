import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as GetTsconfig from "get-tsconfig";

/** What the nearest tsconfig.json says about the files below it. */
export interface ProjectSettings {
  /** The part of `compilerOptions` that changes the output, for esbuild's `tsconfigRaw`. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  /** Paths that `paths` and `baseUrl` offer for a specifier, in order. */
  readonly aliases: (specifier: string) => readonly string[];
}

/** `compilerOptions` that change what a file means when it runs. `target` and `module` are ours to choose. */
const OPTIONS = [
  "experimentalDecorators",
  "jsx",
  "jsxFactory",
  "jsxFragmentFactory",
  "jsxImportSource",
  "useDefineForClassFields",
  "verbatimModuleSyntax",
  "preserveValueImports",
  "importsNotUsedAsValues",
  "alwaysStrict",
  "strict",
] as const;

const NO_SETTINGS: ProjectSettings = { compilerOptions: {}, aliases: () => [] };

const byDirectory = new Map<string, ProjectSettings>();

/**
 * Settings for the files of a directory.
 *
 * @throws Error when the file cannot be read as a tsconfig
 */
export function settingsFor(directory: string): ProjectSettings {
  const known = byDirectory.get(directory);
  if (known) return known;
  const settings = readSettings(directory);
  byDirectory.set(directory, settings);
  return settings;
}

function readSettings(directory: string): ProjectSettings {
  const file = ["tsconfig.json", "jsconfig.json"].find((name) => existsSync(join(directory, name)));
  if (file === undefined) {
    const parent = dirname(directory);
    return parent === directory ? NO_SETTINGS : settingsFor(parent);
  }
  // Loaded only where there is something to read: most start-ups are faster without it.
  const { createPathsMatcher, parseTsconfig }: typeof GetTsconfig = createRequire(import.meta.url)(
    "get-tsconfig",
  );
  const path = join(directory, file);
  const config = parseTsconfig(path);
  const all: Readonly<Record<string, unknown>> = { ...config.compilerOptions };
  const matcher = createPathsMatcher({ path, config });
  return {
    compilerOptions: Object.fromEntries(
      OPTIONS.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]),
    ),
    aliases: matcher ?? NO_SETTINGS.aliases,
  };
}
