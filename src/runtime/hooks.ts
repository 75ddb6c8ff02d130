import type { LoadFnOutput, LoadHook, ResolveFnOutput, ResolveHook } from "node:module";
import { fileURLToPath } from "node:url";
import {
  assetOutput,
  isOwnProgram,
  mainPrelude,
  noteMain,
  resolveOutput,
  resolveRest,
  withBunCondition,
} from "./module-hooks.js";
import { readProgram, withPrelude } from "./program.js";

// Runs in the loader thread of Node.js versions without `module.registerHooks`.

/** The `resolve` hook. */
export const resolve: ResolveHook = async (specifier, context, nextResolve): Promise<ResolveFnOutput> => {
  const found = resolveOutput(specifier, context);
  if (found) return noteMain(found, context);
  try {
    return noteMain(await nextResolve(specifier, withBunCondition(context)), context);
  } catch (error) {
    return resolveRest(specifier, context, error);
  }
};

/** The `load` hook. */
export const load: LoadHook = async (url, context, nextLoad): Promise<LoadFnOutput> => {
  const asset = assetOutput(url);
  if (asset) return asset;
  if (!isOwnProgram(url)) return nextLoad(url, context);
  const { format, code } = await readProgram(fileURLToPath(url));
  // Without source, Node.js loads CommonJS by `require`, where `commonjs.ts` compiles it: one instance.
  if (format === "commonjs") return { format, source: undefined, shortCircuit: true };
  return { format, source: withPrelude(code, mainPrelude(url)), shortCircuit: true };
};
