import type { LoadFnOutput, ResolveFnOutput, ResolveHookContext } from "node:module";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { assetKind, assetModule } from "./asset.js";
import { BUILTIN_URLS, isBunBuiltin, missingBuiltin } from "./builtin.js";
import { bundledPackage } from "./bundled-package.js";
import { isInstalled } from "./location.js";
import { currentUrl, noteLoaded, sharedReloads } from "./reload/loaded-files.js";
import { isRelative, resolveOther, resolveOwn, unresolved } from "./resolution.js";
import { isProgram } from "./transform.js";

/** What the hooks know of an import. */
export type HookContext = Pick<ResolveHookContext, "conditions" | "importAttributes" | "parentURL">;

/** Global function, registered symbol: called with the URL of the started module while that is evaluated. */
export const MAIN_KEY = "bunshim.main";

const OUR_FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** How `load` learns the import attribute: Node.js refuses values of `type` that it does not know. */
const ASSET_PARAMETER = "bunshim-asset";

/** The answer to an import that Node.js itself would refuse or answer otherwise. */
export function resolveOutput(specifier: string, context: HookContext): ResolveFnOutput | null {
  if (isBunBuiltin(specifier)) {
    const url = BUILTIN_URLS.get(specifier);
    if (url === undefined) throw missingBuiltin(specifier, parentPath(context));
    return { url, format: "module", shortCircuit: true };
  }
  const [, bare = specifier, search = ""] = /^([^?#]*)([?#].*)?$/s.exec(specifier) ?? [];
  const importer = context.conditions.includes("require") ? "require" : "import";
  const parent = parentPath(context);
  const path = resolveOwn(bare, parent, importer);
  if (path === null) return null;
  const url = pathToFileURL(path);
  const kind = importer === "import" ? assetKind(path, context.importAttributes["type"]) : null;
  if (kind === null) return { url: url.href + search, shortCircuit: true };
  url.searchParams.set(ASSET_PARAMETER, kind);
  return { url: url.href, importAttributes: {}, format: "module", shortCircuit: true };
}

/** The second chance, after Node.js found nothing: Bun imports by CommonJS rules, too. */
export function resolveRest(specifier: string, context: HookContext, failure: unknown): ResolveFnOutput {
  const parent = parentPath(context);
  if (parent === null) throw failure;
  if (isNotFound(failure)) {
    const path = isRelative(specifier)
      ? resolveOther(specifier, parent)
      : (resolveByRequire(specifier, parent) ?? bundledPackage(specifier, "import"));
    if (path !== null) return { url: pathToFileURL(path).href, shortCircuit: true };
  }
  throw isNotFound(failure) ? unresolved(specifier, parent) : failure;
}

/** Null where that finds nothing: the first failure is the one to tell. */
function resolveByRequire(specifier: string, parent: string): string | null {
  try {
    return createRequire(parent).resolve(specifier);
  } catch {
    return null;
  }
}

/** The module for an asset, null for anything else. */
export function assetOutput(url: string): LoadFnOutput | null {
  if (!url.includes(ASSET_PARAMETER)) return null;
  const location = new URL(url);
  const type = location.searchParams.get(ASSET_PARAMETER) ?? undefined;
  const path = fileURLToPath(location);
  const kind = assetKind(path, type);
  return kind && { format: "module", source: assetModule(path, kind), shortCircuit: true };
}

/** Imports prefer what a package made for Bun. */
export function withBunCondition<Context extends HookContext>(context: Context): Context {
  return { ...context, conditions: ["bun", ...context.conditions] };
}

let mainUrl: string | undefined;

/** Remembers which module Node.js itself starts, the one that no other imports, and what may be reloaded. */
export function noteResolved(output: ResolveFnOutput, context: HookContext): ResolveFnOutput {
  if (context.parentURL === undefined) mainUrl ??= output.url;
  if (sharedReloads() === null || !output.url.startsWith("file:")) return output;
  const path = fileURLToPath(output.url);
  if (isInstalled(path) || path.startsWith(OUR_FOLDER)) return output;
  noteLoaded(path);
  return { ...output, url: currentUrl(output.url) };
}

/** Code in front of the started module that says so in the main thread; see {@link MAIN_KEY}. */
export function mainPrelude(url: string): string {
  return url === mainUrl ? `globalThis[Symbol.for("${MAIN_KEY}")]?.(import.meta.url);` : "";
}

/** Whether a URL is a file to compile: the user's own, or TypeScript and JSX of a package. */
export function isOwnProgram(url: string): boolean {
  if (!url.startsWith("file:")) return false;
  const path = fileURLToPath(url);
  if (!isProgram(path)) return false;
  return !isInstalled(path) || !/\.[cm]?js$/.test(path);
}

function parentPath({ parentURL }: HookContext): string | null {
  return parentURL?.startsWith("file:") ? fileURLToPath(parentURL) : null;
}

function isNotFound(failure: unknown): boolean {
  if (!(failure instanceof Error) || !("code" in failure)) return false;
  const { code } = failure;
  return (
    code === "ERR_MODULE_NOT_FOUND" || code === "ERR_UNSUPPORTED_DIR_IMPORT" || code === "MODULE_NOT_FOUND"
  );
}
