import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { inlineSource } from "./inline-program.js";
import { type Importer, isInstalled, locate } from "./location.js";
import { withoutFrames } from "./plain-error.js";
import { settingsFor } from "./tsconfig.js";

/**
 * The file that a specifier in the user's own code means where Bun's rules go beyond those of Node.js:
 * missing extensions, folders, TypeScript sources, aliases of tsconfig. Null where Node.js decides.
 */
export function resolveOwn(specifier: string, parent: string | null, importer: Importer): string | null {
  const named = specifier.startsWith("file:") ? fileURLToPath(specifier) : null;
  if (named !== null && inlineSource(named) !== null) return named;
  if (parent !== null && isInstalled(parent)) return null;
  if (named !== null) return locate(named, importer);
  if (isAbsolute(specifier)) return locate(specifier, importer);
  if (parent === null) return null;
  const folder = dirname(parent);
  if (isRelative(specifier)) {
    // "./" and ".." ask for a folder even where a file of that name stands beside it.
    const slash = /(?:^|\/)\.{0,2}$/.test(specifier) ? "/" : "";
    return locate(resolve(folder, specifier) + slash, importer);
  }
  if (/^[a-z][a-z\d+.-]+:/i.test(specifier) || specifier.startsWith("#")) return null;
  for (const path of settingsFor(folder).aliases(specifier)) {
    const found = locate(path, importer);
    if (found !== null) return found;
  }
  return null;
}

/** The file that a path in an installed package means where Node.js finds none: packages are made for Bun, too. */
export function resolveOther(specifier: string, parent: string): string | null {
  return locate(resolve(dirname(parent), specifier), "import");
}

/** Whether a specifier is a path from the file that holds it. */
export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier);
}

/** Bun's error for a specifier that leads nowhere. */
export function unresolved(specifier: string, parent: string): Error {
  const isPath = specifier === "" || isRelative(specifier) || isAbsolute(specifier);
  const name = isPath ? specifier : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  const error = new Error(`Cannot find ${isPath ? "module" : "package"} '${name}' imported from ${parent}`);
  return withoutFrames(Object.assign(error, { name: "ResolveMessage", code: "ERR_MODULE_NOT_FOUND" }));
}
