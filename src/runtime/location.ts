import { realpathSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { inlineSource } from "./inline-program.js";

/** In which order extensions are tried depends on who asks. */
export type Importer = "import" | "require";

const ENDINGS: Readonly<Record<Importer, readonly string[]>> = {
  import: [".tsx", ".jsx", ".mts", ".ts", ".mjs", ".js", ".cts", ".cjs", ".json"],
  require: [".tsx", ".jsx", ".cts", ".ts", ".cjs", ".js", ".mts", ".mjs", ".json"],
};

/** What the compiler makes `.js` from: TypeScript files import each other by the names of their output. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
};

/**
 * The file that Bun finds for an absolute path: the file itself, with an extension added, the TypeScript
 * source of a `.js` name, or the `index` file of a folder. Symbolic links are followed.
 *
 * @see https://bun.com/docs/runtime/module-resolution
 */
export function locate(path: string, importer: Importer): string | null {
  if (inlineSource(path) !== null) return path;
  const found = locateFile(path, importer) ?? locateIndex(path, importer);
  return found === null ? null : realpathSync(found);
}

function locateFile(path: string, importer: Importer): string | null {
  if (path.endsWith(sep)) return null;
  if (kindOf(path) === "file") return path;
  const added = firstFile(ENDINGS[importer].map((ending) => path + ending));
  if (added !== null) return added;
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  return firstFile((SOURCES[extension] ?? []).map((ending) => stem + ending));
}

function locateIndex(path: string, importer: Importer): string | null {
  if (kindOf(path) !== "folder") return null;
  // A folder with a package.json is Node.js's business: `main` and `exports` decide.
  if (kindOf(join(path, "package.json")) === "file") return null;
  return firstFile(ENDINGS[importer].map((ending) => join(path, `index${ending}`)));
}

function firstFile(paths: readonly string[]): string | null {
  return paths.find((path) => kindOf(path) === "file") ?? null;
}

function kindOf(path: string): "file" | "folder" | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) return "file";
    return stat?.isDirectory() ? "folder" : null;
  } catch {
    // Below a file, too long, a loop of links: not there for a program.
    return null;
  }
}

const OUR_FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** Whether a file belongs to an installed package (this one included): made for Node.js, and left alone. */
export function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`) || isOurs(path);
}

/** Whether a file belongs to this package. */
export function isOurs(path: string): boolean {
  return path.startsWith(OUR_FOLDER);
}
