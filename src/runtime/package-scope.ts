import type { LoadFnOutput } from "node:module";
import { fileURLToPath } from "node:url";
import { isOurs } from "./location.js";
import { withPrelude } from "./program.js";
import { scopeCall } from "./scope.js";
import { declaredBy } from "./transform.js";

/** What modules of packages made for Bun use without declaring it: Node.js has it in CommonJS only. */
const NAMES: Readonly<Record<string, RegExp>> = {
  require: /(?<![.\w$])(?:require\s*[(.]|typeof\s+require\b|[?=]\s*require\b)/,
  __filename: /(?<![.\w$'"`])__filename\b(?!['"`])/,
  __dirname: /(?<![.\w$'"`])__dirname\b(?!['"`])/,
};

/** Members of `import.meta` that Node.js does not have, or not as Bun has them. */
const META = /\bimport\.meta\.(?:dir|path|file|main|env|require|resolveSync)\b/;

/**
 * Gives a module of an installed package, which Node.js loads itself, what it has in scope in Bun. Few need it:
 * all others stay as they are.
 *
 * @param output what Node.js loaded
 */
export function withPackageScope(url: string, output: LoadFnOutput): LoadFnOutput {
  const { format, source } = output;
  if (format !== "module" || source === undefined || source === null || !url.startsWith("file:"))
    return output;
  if (isOurs(fileURLToPath(url))) return output;
  const code = typeof source === "string" ? source : Buffer.from(bytesOf(source)).toString();
  const prelude = preludeFor(code);
  return prelude === "" ? output : { ...output, source: withPrelude(code, prelude) };
}

function bytesOf(source: Exclude<LoadFnOutput["source"], string | null | undefined>): Uint8Array {
  return source instanceof ArrayBuffer || source instanceof SharedArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

function preludeFor(code: string): string {
  const used = Object.keys(NAMES).filter((name) => code.includes(name) && NAMES[name]?.test(code));
  const doubtful = used.filter((name) => !isDeclared(code, name));
  // Declaring one twice would be a syntax error, so the compiler has to say.
  const declared = doubtful.length === 0 ? [] : declaredBy(code, doubtful);
  const names = doubtful.filter((name) => !declared.includes(name));
  return names.length > 0 || META.test(code) ? scopeCall(names) : "";
}

/** Packages for Node.js as well as for Bun declare them, as a rule on a line of its own. */
function isDeclared(code: string, name: string): boolean {
  return new RegExp(`^(?:export\\s+)?(?:const|let|var|function\\*?|class)\\s+${name}\\b`, "m").test(code);
}
