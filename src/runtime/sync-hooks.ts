import type { LoadFnOutput, LoadHookContext, ResolveFnOutput, ResolveHookContext } from "node:module";
import Module from "node:module";
import { fileURLToPath } from "node:url";
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
import { readProgramSync, withPrelude } from "./program.js";

/** Hooks that run in the thread of the program, for `import` and `require`: Node.js 22.15 and later. */
interface SyncHooks {
  resolve(
    specifier: string,
    context: ResolveHookContext,
    next: (specifier: string, context: ResolveHookContext) => ResolveFnOutput,
  ): ResolveFnOutput;
  load(
    url: string,
    context: LoadHookContext,
    next: (url: string, context: LoadHookContext) => LoadFnOutput,
  ): LoadFnOutput;
}

const hooks: SyncHooks = {
  resolve(specifier, context, next) {
    // `require` has its own way, in `commonjs.ts`.
    if (isRequire(context.conditions)) return next(specifier, withBunCondition(context));
    const found = resolveOutput(specifier, context);
    if (found) return noteResolved(found, context);
    try {
      return noteResolved(next(specifier, withBunCondition(context)), context);
    } catch (error) {
      return resolveRest(specifier, context, error);
    }
  },
  load(url, context, next) {
    const asset = assetOutput(url);
    if (asset) return asset;
    if (!isOwnProgram(url)) return withPackageScope(url, next(url, context));
    const { format, code } = readProgramSync(fileURLToPath(url));
    const prelude = format === "module" && !isRequire(context.conditions) ? mainPrelude(url) : "";
    // Without source, Node.js loads CommonJS by `require`, where `commonjs.ts` compiles it: one instance.
    if (format === "commonjs") return { format, source: undefined, shortCircuit: true };
    return { format, source: withPrelude(code, prelude), shortCircuit: true };
  },
};

/** Installs the hooks; false on a Node.js without them. */
export function installSyncHooks(): boolean {
  const host: object = Module;
  if (!canHook(host)) return false;
  host.registerHooks(hooks);
  return true;
}

function canHook(host: object): host is { registerHooks(hooks: SyncHooks): void } {
  return "registerHooks" in host && typeof host.registerHooks === "function";
}

function isRequire(conditions: readonly string[] | undefined): boolean {
  return conditions?.includes("require") === true && !conditions.includes("import");
}
