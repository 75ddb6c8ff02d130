import Module, { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { showAs } from "../web/inspect.js";
import { isBunBuiltin } from "./builtin.js";
import { mainModule, mainPath } from "./main-module.js";
import { plainUrl } from "./reload/loaded-files.js";
import { isRelative, resolveOwn, unresolved } from "./resolution.js";
import { SCOPE_KEY } from "./scope.js";

/** What Node.js puts on every `import.meta`. */
interface NativeMeta {
  url: string;
  resolve?: (specifier: string) => string;
}

/** The CommonJS names that Bun has in scope of every file. */
interface Scope {
  readonly require: NodeJS.Require;
  readonly module: NodeModule;
  readonly exports: unknown;
  readonly __filename: string;
  readonly __dirname: string;
}

const natives = new WeakMap<object, NativeMeta>();
const requires = new Map<string, NodeJS.Require>();

function nativeOf(meta: object): NativeMeta {
  const native = natives.get(meta);
  if (!native) throw new TypeError("Illegal invocation");
  return native;
}

function pathOf(meta: object): string {
  const { url } = nativeOf(meta);
  return url.startsWith("file:") ? fileURLToPath(url) : url;
}

function builtinName(specifier: string): string | null {
  if (isBunBuiltin(specifier) || specifier.startsWith("node:")) return specifier;
  return Module.isBuiltin(specifier) ? `node:${specifier}` : null;
}

/** `import.meta` as Bun has it: every member on the prototype. */
class ImportMeta {
  /** Absolute path of the folder that holds the file. */
  get dir(): string {
    return dirname(pathOf(this));
  }
  get dirname(): string {
    return dirname(pathOf(this));
  }
  /** Name of the file without its folder. */
  get file(): string {
    return basename(pathOf(this));
  }
  /** Absolute path of the file. */
  get path(): string {
    return pathOf(this);
  }
  get filename(): string {
    return pathOf(this);
  }
  get url(): string {
    return nativeOf(this).url;
  }
  /** Whether this file is the program that was started. */
  get main(): boolean {
    return pathOf(this) === mainPath();
  }
  get env(): NodeJS.ProcessEnv {
    return process.env;
  }
  get require(): NodeJS.Require {
    return requireOf(pathOf(this));
  }
  /**
   * The URL that importing the specifier would load; a path is not looked up on the disk.
   *
   * @throws Error with code ERR_MODULE_NOT_FOUND for a package that is not installed
   */
  resolve(specifier: string, parent?: string): string {
    const { url, resolve } = nativeOf(this);
    const builtin = builtinName(specifier);
    if (builtin !== null) return builtin;
    const from =
      parent === undefined ? url : parent.startsWith("file:") ? parent : pathToFileURL(parent).href;
    if (isRelative(specifier) || specifier.startsWith("/")) return new URL(specifier, from).href;
    if (parent === undefined && resolve) return resolve(specifier);
    return pathToFileURL(createRequire(from).resolve(specifier)).href;
  }
  /** As `resolve`, but a path, looked up on the disk. */
  resolveSync(specifier: string, parent?: string): string {
    const from =
      parent === undefined ? pathOf(this) : parent.startsWith("file:") ? fileURLToPath(parent) : parent;
    return resolvePath(specifier, from, from);
  }
}

for (const name of Object.getOwnPropertyNames(ImportMeta.prototype)) {
  if (name !== "constructor") Object.defineProperty(ImportMeta.prototype, name, { enumerable: true });
}

showAs(ImportMeta.prototype, () => "ImportMeta {}");

/**
 * The path of a module, or the name of a built-in one.
 *
 * @param from the file that asks
 * @param asker who is named in the error
 */
export function resolvePath(specifier: string, from: string, asker: string): string {
  const found = resolveOwn(specifier, from, "import") ?? builtinName(specifier);
  if (found !== null) return found;
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    throw unresolved(specifier, asker);
  }
}

/** Sets up what the prelude of compiled modules calls (see `scope.ts`). */
export function installImportMeta(): void {
  Object.defineProperty(globalThis, Symbol.for(SCOPE_KEY), { value: enterModule, configurable: true });
}

function enterModule(meta: NativeMeta): Scope {
  const { resolve } = meta;
  const url = plainUrl(meta.url);
  natives.set(meta, { url, ...(resolve && { resolve }) });
  for (const name of Reflect.ownKeys(meta)) Reflect.deleteProperty(meta, name);
  Object.setPrototypeOf(meta, ImportMeta.prototype);
  return new ModuleScope(pathOf(meta));
}

class ModuleScope implements Scope {
  readonly #path: string;
  #module: NodeModule | undefined;
  constructor(path: string) {
    this.#path = path;
  }
  get require(): NodeJS.Require {
    return requireOf(this.#path);
  }
  get module(): NodeModule {
    this.#module ??= this.#path === mainPath() ? mainModule() : emptyModule(this.#path);
    return this.#module;
  }
  get exports(): unknown {
    return this.module.exports;
  }
  get __filename(): string {
    return this.#path;
  }
  get __dirname(): string {
    return dirname(this.#path);
  }
}

function emptyModule(path: string): NodeModule {
  const module = new Module(path);
  module.filename = path;
  return module;
}

function requireOf(path: string): NodeJS.Require {
  let require = requires.get(path);
  if (!require) {
    require = createRequire(path);
    require.main = mainModule();
    requires.set(path, require);
  }
  return require;
}
