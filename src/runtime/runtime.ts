import { register } from "node:module";
import { join } from "node:path";
import { isMainThread, MessageChannel, workerData } from "node:worker_threads";
import { Bun } from "../bun/index.js";
import { setResolver } from "../bun/resolve.js";
import { installCommonJs, onMainLoaded } from "./commonjs.js";
import { adoptSpawned } from "./descendants.js";
import { failExitOnUnansweredErrors } from "./exit-code.js";
import { installReportError, printUncaught } from "./failure.js";
import { installGlobals } from "./globals.js";
import type { HookData } from "./hooks.js";
import { installImportMeta, resolvePath } from "./import-meta.js";
import { inlineProgram } from "./inline-program.js";
import { setMain } from "./main-module.js";
import { MAIN_KEY } from "./module-hooks.js";
import { noteLoaded, sharedReloads } from "./reload/loaded-files.js";
import { serveDefaultExport } from "./server-config.js";
import { installSyncHooks } from "./sync-hooks.js";
import { installWorkerScope } from "./worker/scope.js";
import { startDataOf } from "./worker/start-data.js";

let installed = false;

/**
 * Turns this process into one that runs programs written for Bun. Idempotent.
 *
 * @param main absolute path of the program that starts; null where there is none
 */
export function installRuntime(main: string | null): void {
  if (installed) return;
  installed = true;
  if (main !== null) setMain(main);
  process.setSourceMapsEnabled(true);
  installGlobals(Bun);
  adoptSpawned();
  installImportMeta();
  setResolver((specifier, from) => resolvePath(specifier, join(from, "module.js"), from));
  installCommonJs(Bun);
  const start = isMainThread ? null : startDataOf(workerData);
  if (start !== null) installWorkerScope(start);
  failExitOnUnansweredErrors();
  printUncaught();
  installReportError();
  if (!installSyncHooks()) registerHooks();
}

/** Sets what `process.argv` holds behind the executable, where the program is no file that was named. */
export function setArguments(main: string, args: readonly string[]): void {
  Bun.main = main;
  process.argv.splice(1, process.argv.length, ...args);
}

/** Hooks that run in a thread of their own. */
function registerHooks(): void {
  const reloads = sharedReloads();
  const inline = inlineProgram();
  if (reloads === null) {
    const data: HookData = { watch: null, inline };
    register("./hooks.js", import.meta.url, { data });
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.on("message", noteLoaded).unref();
  const data: HookData = { watch: { reloads, port: port2 }, inline };
  register("./hooks.js", import.meta.url, { data, transferList: [port2] });
}

/** Has the default export of the program served, where Node.js itself starts the program. */
export function serveMain(): void {
  Object.defineProperty(globalThis, Symbol.for(MAIN_KEY), { value: startServerOf, configurable: true });
  onMainLoaded(startServer);
}

/** Starts a server when a program's default export is the configuration of one. */
export function startServer(defaultExport: unknown): void {
  serveDefaultExport(defaultExport, Bun.serve);
}

/** As {@link startServer}, for the module that Node.js is evaluating. */
function startServerOf(url: string): void {
  // The import ends when the evaluation does. If that fails, Node.js says so; nobody needs it twice.
  import(url).then((namespace: { default?: unknown }) => startServer(namespace.default), ignore);
}

function ignore(): void {}
