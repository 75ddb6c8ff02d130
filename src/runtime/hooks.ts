import type { LoadFnOutput, LoadHook, ResolveFnOutput, ResolveHook } from "node:module";
import { fileURLToPath } from "node:url";
import type { MessagePort } from "node:worker_threads";
import { installImportMeta } from "./import-meta.js";
import { type InlineProgram, setInlineProgram } from "./inline-program.js";
import {
  assetOutput,
  isOwnProgram,
  mainPrelude,
  noteResolved,
  resolveOutput,
  resolveRest,
  withBunCondition,
} from "./module-hooks.js";
import { withPackageScope } from "./package-scope.js";
import { readProgram, withPrelude } from "./program.js";
import { followLoads } from "./reload/loaded-files.js";

// Runs in the loader thread of Node.js versions without `module.registerHooks`.

/** What this thread is told at its start. */
export interface HookData {
  /** Where files are watched. */
  readonly watch: {
    readonly reloads: Int32Array;
    /** Takes the paths of files that are loaded. */
    readonly port: MessagePort;
  } | null;
  readonly inline: InlineProgram | null;
}

/** Called by Node.js with what `register` was given. */
export function initialize(data: HookData | undefined): void {
  // Hooks that others register later are loaded in this thread, through these ones.
  installImportMeta();
  if (data === undefined) return;
  const { watch, inline } = data;
  if (watch !== null) followLoads(watch.reloads, (path) => watch.port.postMessage(path));
  if (inline !== null) setInlineProgram(inline);
}

/** The `resolve` hook. */
export const resolve: ResolveHook = async (specifier, context, nextResolve): Promise<ResolveFnOutput> => {
  const found = resolveOutput(specifier, context);
  if (found) return noteResolved(found, context);
  try {
    return noteResolved(await nextResolve(specifier, withBunCondition(context)), context);
  } catch (error) {
    return resolveRest(specifier, context, error);
  }
};

/** The `load` hook. */
export const load: LoadHook = async (url, context, nextLoad): Promise<LoadFnOutput> => {
  const asset = assetOutput(url);
  if (asset) return asset;
  if (!isOwnProgram(url)) return withPackageScope(url, await nextLoad(url, context));
  const { format, code } = await readProgram(fileURLToPath(url));
  // Without source, Node.js loads CommonJS by `require`, where `commonjs.ts` compiles it: one instance.
  if (format === "commonjs") return { format, source: undefined, shortCircuit: true };
  return { format, source: withPrelude(code, mainPrelude(url)), shortCircuit: true };
};
