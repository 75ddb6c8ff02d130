import { createRequire } from "node:module";
import { join } from "node:path";
import { typeError } from "./argument-error.js";

/** The path or the name of a module; `from` is a folder. */
type Resolver = (specifier: string, from: string) => string;

let resolver: Resolver = (specifier, from) => createRequire(join(from, "module.js")).resolve(specifier);

/** Declares who knows how modules are found. The members alone know what Node.js knows. */
export function setResolver(own: Resolver): void {
  resolver = own;
}

/**
 * The path that a specifier means in a folder, or the name of a built-in module.
 *
 * @throws Error with code ERR_MODULE_NOT_FOUND where it leads nowhere
 * @see https://bun.com/docs/runtime/utils#bun-resolvesync
 */
export function resolveSync(...parameters: [specifier: string, from: string]): string {
  const given: readonly unknown[] = parameters;
  const [specifier, from] = given;
  if (given.length === 0) throw invalid("Expected a specifier and a from path");
  if (typeof specifier !== "string") throw invalid("specifier must be a string");
  if (given.length === 1) throw invalid("Expected a from path");
  if (typeof from !== "string") throw invalid("from must be a string");
  return resolver(specifier, from);
}

/** As {@link resolveSync}, as a promise. */
export async function resolve(...parameters: [specifier: string, from: string]): Promise<string> {
  return resolveSync(...parameters);
}

function invalid(message: string): TypeError {
  return typeError("ERR_INVALID_ARG_TYPE", message);
}
