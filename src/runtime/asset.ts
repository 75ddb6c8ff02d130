import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { COMPATIBILITY_PAGE } from "../bun/absent.js";
import { type DataKind, dataModule, isDataKind } from "./data-module.js";
import { withoutFrames } from "./plain-error.js";
import { isProgram } from "./transform.js";

/** How Bun reads a file that is not a program, by extension. */
const KINDS: Readonly<Record<string, AssetKind>> = {
  ".json": "json",
  ".txt": "text",
  ".html": "html",
  ".toml": "toml",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".jsonc": "jsonc",
  ".json5": "json5",
  ".xml": "xml",
  ".css": "css",
};

/** Files that Node.js loads itself. */
const NATIVE = [".node", ".wasm"];

type AssetKind = DataKind | "text" | "file" | "html" | "xml" | "css";

/** How to import a file that is no program; null for programs. `type` is the import attribute, if any. */
export function assetKind(path: string, type: string | undefined): AssetKind | null {
  if (type !== undefined && (type === "text" || type === "file" || isDataKind(type))) return type;
  const extension = extname(path);
  if (isProgram(path) || NATIVE.includes(extension)) return null;
  return KINDS[extension] ?? "file";
}

/**
 * The module that stands for an asset: its value as default export, and the members of an object that data describe by name.
 *
 * @throws Error for kinds that are not supported
 */
export function assetModule(path: string, kind: AssetKind): string {
  if (kind === "file") return `export default ${JSON.stringify(path)};`;
  if (kind === "text") return `export default ${JSON.stringify(readFileSync(path, "utf8"))};`;
  if (isDataKind(kind)) return dataModule(path, kind);
  // What a style sheet means, browsers say; its module has nothing to tell.
  if (kind === "css") return "export default {};";
  if (kind === "html") return htmlModule(path);
  throw withoutFrames(new Error(`bunshim cannot import ${kind} files: ${path}. See ${COMPATIBILITY_PAGE}`));
}

/** Where HTML bundles are made; the hooks may run in another thread, so the module asks for it by its URL. */
const HTML_BUNDLE_URL = new URL("./html.js", import.meta.url).href;

function htmlModule(path: string): string {
  return `import { htmlBundle } from ${JSON.stringify(HTML_BUNDLE_URL)};
export default htmlBundle(${JSON.stringify(path)});`;
}
