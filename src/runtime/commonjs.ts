import { readFileSync } from "node:fs";
import Module from "node:module";
import { extname } from "node:path";
import * as sqlite from "../bun/sqlite/index.js";
import { htmlBundle } from "../html/html-bundle.js";
import { assetKind } from "./asset.js";
import { isBunBuiltin, missingBuiltin } from "./builtin.js";
import { bundledPackage } from "./bundled-package.js";
import { isDataKind, readData } from "./data-module.js";
import { isInstalled } from "./location.js";
import { mainPath } from "./main-module.js";
import { readProgramSync } from "./program.js";
import { noteLoaded } from "./reload/loaded-files.js";
import { resolveOwn } from "./resolution.js";
import { isProgram } from "./transform.js";

/** The parts of Node.js's CommonJS loader that loaders replace since its first days; not in its types. */
interface CommonJsLoader {
  _load(request: string, parent: NodeModule | undefined, isMain: boolean): unknown;
  _resolveFilename(
    request: string,
    parent: NodeModule | undefined,
    isMain: boolean,
    options?: object,
  ): string;
  _cache: Record<string, NodeModule | undefined>;
  _extensions: Record<string, (module: CompilableModule, filename: string) => void>;
}

interface CompilableModule extends NodeModule {
  _compile(code: string, filename: string, format?: "module" | "commonjs"): unknown;
}

/** As for any module of ES that CommonJS loads. */
const sqliteModule: object = { ...sqlite, __esModule: true };

let mainLoaded: ((exports: unknown) => void) | undefined;

/** Has the exports of a CommonJS program given to `listener` once it ran. */
export function onMainLoaded(listener: (exports: unknown) => void): void {
  mainLoaded = listener;
}

/** Makes `require` find, compile and load what Bun's does. `bun` is what `require("bun")` gives. */
export function installCommonJs(bun: object): void {
  const loader = commonJsLoader();
  const { _load: load, _resolveFilename: resolveFilename } = loader;

  loader._load = (request, parent, isMain) => {
    if (!isBunBuiltin(request)) {
      if (!isMain && parent === undefined && request === mainPath()) declareMain(loader._cache[request]);
      return load.call(Module, request, parent, isMain);
    }
    if (request === "bun") return bun;
    if (request === "bun:sqlite") return sqliteModule;
    throw missingBuiltin(request, parent?.filename ?? null);
  };

  loader._resolveFilename = (request, parent, isMain, options) => {
    if (isBunBuiltin(request)) return request;
    const own = resolveOwn(request, parent?.filename ?? null, "require");
    const path = own ?? resolveInstalled(request, parent, isMain, options);
    if (!isInstalled(path)) noteLoaded(path);
    return path;
  };

  const resolveInstalled: CommonJsLoader["_resolveFilename"] = (request, ...rest) => {
    try {
      return resolveFilename.call(Module, request, ...rest);
    } catch (error) {
      const bundled = bundledPackage(request, "require");
      if (bundled !== null) return bundled;
      throw error;
    }
  };

  const plain = loader._extensions[".js"];
  const compile = (module: CompilableModule, filename: string): void => {
    if (!isInstalled(filename) && extname(filename) !== "" && assetKind(filename, undefined) === "file") {
      module.exports = { __esModule: true, default: filename };
      return;
    }
    if (plain && isLeftAlone(filename)) {
      plain(module, filename);
      return;
    }
    const { code, format } = readProgramSync(filename);
    const isMain = module === process.mainModule;
    if (isMain) module.id = ".";
    module._compile(code, filename, format);
    if (isMain) mainLoaded?.(module.exports);
  };
  for (const extension of [".js", ".ts", ".tsx", ".mts", ".cts", ".jsx"])
    loader._extensions[extension] = compile;
  for (const extension of [".toml", ".yaml", ".yml", ".jsonc", ".json5", ".txt", ".css"])
    loader._extensions[extension] = loadAsset;
  loader._extensions[".html"] = (module, filename) => {
    module.exports = { __esModule: true, default: htmlBundle(filename) };
  };
}

/** As in Bun: data are what the module is, anything else is its default export. */
function loadAsset(module: CompilableModule, filename: string): void {
  const kind = assetKind(filename, undefined);
  if (kind !== null && isDataKind(kind)) module.exports = readData(filename, kind);
  else if (kind === "text") module.exports = { __esModule: true, default: readFileSync(filename, "utf8") };
}

/** Has `require` load the program's own files anew. */
export function forgetModules(): void {
  const { _cache: cache } = commonJsLoader();
  for (const path of Object.keys(cache)) {
    if (!isInstalled(path)) Reflect.deleteProperty(cache, path);
  }
}

/** A program that the command line imports is no main module for Node.js, but it is for its user. */
function declareMain(record: NodeModule | undefined): void {
  if (record === undefined) return;
  record.id = ".";
  process.mainModule = record;
}

/** Packages were compiled for Node.js; files of other extensions come here by way of ".js". */
function isLeftAlone(filename: string): boolean {
  return isInstalled(filename) ? !/\.(?:[cm]?ts|[jt]sx)$/.test(filename) : !isProgram(filename);
}

function commonJsLoader(): CommonJsLoader {
  const candidate: object = Module;
  if (!isLoader(candidate))
    throw new Error(`Node.js ${process.version} has no CommonJS loader that bunshim knows`);
  return candidate;
}

function isLoader(candidate: object): candidate is CommonJsLoader {
  return (
    "_load" in candidate &&
    "_resolveFilename" in candidate &&
    "_cache" in candidate &&
    "_extensions" in candidate
  );
}
