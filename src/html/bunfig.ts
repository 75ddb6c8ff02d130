import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TOML } from "../bun/data/toml.js";

/** What `[serve.static]` of bunfig.toml says of pages (docs/bundler/fullstack.mdx). */
export interface StaticSettings {
  /** Modules that export bundler plugins. */
  readonly plugins: readonly string[];
  /** Which variables of the environment scripts see: those with the prefix; null: none. */
  readonly envPrefix: string | null;
  /** Null: as the mode of the server says. */
  readonly sourcemap: "linked" | "inline" | "external" | "none" | null;
  /** Null: as the mode of the server says. */
  readonly minify: boolean | null;
  /** Expressions by what they stand for. */
  readonly define: Readonly<Record<string, string>>;
}

const NOTHING_SAID: StaticSettings = {
  plugins: [],
  envPrefix: null,
  sourcemap: null,
  minify: null,
  define: {},
};

/**
 * Reads the settings of a folder.
 * @throws {Error} with a text for the user, for what Bun refuses
 */
export async function readStaticSettings(folder: string): Promise<StaticSettings> {
  const file = join(folder, "bunfig.toml");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return NOTHING_SAID;
  }
  const section = tableOf(tableOf(TOML.parse(text), "serve"), "static");
  return {
    plugins: readPlugins(section["plugins"]),
    envPrefix: readEnv(section["env"]),
    sourcemap: readSourcemap(section["sourcemap"]),
    minify: typeof section["minify"] === "boolean" ? section["minify"] : null,
    define: Object.fromEntries(
      Object.entries(tableOf(section, "define")).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
  };
}

function tableOf(table: object, name: string): Record<string, unknown> {
  const value: unknown = Reflect.get(table, name);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function readPlugins(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((name) => {
    if (typeof name === "string") return name;
    throw new Error("Expected plugins in bunfig.toml to be strings");
  });
}

function readEnv(value: unknown): string | null {
  if (value === undefined || value === "disable" || value === false) return null;
  if (value === "inline" || value === true) return "";
  if (typeof value === "string" && value.includes("*")) return value.slice(0, value.indexOf("*"));
  throw new Error("Invalid env behavior, must be 'inline', 'disable', or a string with a '*' character");
}

function readSourcemap(value: unknown): StaticSettings["sourcemap"] {
  if (value === undefined) return null;
  if (value === false || value === "none") return "none";
  if (value === true) return "linked";
  if (value === "linked" || value === "inline" || value === "external") return value;
  throw new Error("Invalid sourcemap in bunfig.toml, must be 'linked', 'inline', 'external' or false");
}
