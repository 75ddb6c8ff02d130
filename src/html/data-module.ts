import { DATA_FORMATS } from "../bun/data/formats.js";

const PARSERS: Readonly<Record<string, { parse(text: string): unknown }>> = DATA_FORMATS;

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
