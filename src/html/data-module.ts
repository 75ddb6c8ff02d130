import type { Loader } from "esbuild";

/** A module as the bundler reads it. */
export interface DataModule {
  readonly contents: string;
  readonly loader: Loader;
}

/**
 * Data that Bun's bundler reads and esbuild does not.
 * @param loader its name in Bun
 * @returns null for what is no such data
 * @throws {Error} for data with errors, and for formats that are not read here
 */
export async function dataModule(loader: string, contents: string | Uint8Array): Promise<DataModule | null> {
  const text = (): string => (typeof contents === "string" ? contents : Buffer.from(contents).toString());
  switch (loader) {
    case "toml": {
      const { parse } = await import("smol-toml");
      return { contents: JSON.stringify(parse(text())), loader: "json" };
    }
    case "jsonc":
    case "json5":
      // Both are expressions of the language.
      return { contents: `module.exports = (${text()}\n);`, loader: "js" };
    case "yaml":
    case "xml":
    case "md":
      throw new Error(`bunshim cannot bundle ${loader} files`);
    default:
      return null;
  }
}
