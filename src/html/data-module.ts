import { JSON5 } from "../bun/data/json5.js";
import { JSONC } from "../bun/data/jsonc.js";
import { TOML } from "../bun/data/toml.js";
import { YAML } from "../bun/data/yaml.js";

/** Formats of data that Bun's bundler reads, by the name of their loader. */
const PARSERS: Readonly<Record<string, { parse(text: string): unknown }>> = {
  toml: TOML,
  yaml: YAML,
  jsonc: JSONC,
  json5: JSON5,
};

/** What Bun's bundler reads, too, and nothing here does. */
const UNREAD = new Set(["xml", "md"]);

/**
 * The JSON of data in a format that esbuild does not read.
 * @param loader its name in Bun
 * @returns null for what is no such data
 * @throws {Error} for data with errors, and for formats that are not read here
 */
export function dataAsJson(loader: string, contents: string | Uint8Array): string | null {
  if (UNREAD.has(loader)) throw new Error(`bunshim cannot bundle ${loader} files`);
  const parser = PARSERS[loader];
  if (parser === undefined) return null;
  const text = typeof contents === "string" ? contents : Buffer.from(contents).toString();
  return JSON.stringify(parser.parse(text)) ?? "null";
}
