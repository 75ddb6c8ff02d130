import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { Script } from "node:vm";
import type * as Lexer from "es-module-lexer";
import { bindBunImports } from "./bun-imports.js";
import { inlineSource } from "./inline-program.js";
import { scopePrelude } from "./scope.js";
import { transform, transformSync } from "./transform.js";

/** A file of the user's program, ready for Node.js. */
export interface Program {
  readonly format: "module" | "commonjs";
  readonly code: string;
}

/** Reads and compiles a file; the format comes from its syntax, as in Bun, not from package.json. */
export async function readProgram(path: string): Promise<Program> {
  const source = inlineSource(path) ?? (await readFile(path, "utf8"));
  return toProgram(path, await transform(path, source));
}

/** As {@link readProgram}, for `require`. */
export function readProgramSync(path: string): Program {
  return toProgram(path, transformSync(path, inlineSource(path) ?? readFileSync(path, "utf8")));
}

function toProgram(path: string, code: string): Program {
  const format = formatOf(path, code);
  if (format === "commonjs") return { format, code };
  const bound = bindBunImports(code);
  return { format, code: withPrelude(bound.code, scopePrelude(code) + bound.prelude) };
}

const COMMONJS_NAMES = /\b(?:require|module|exports|__filename|__dirname)\b/;
const MODULE_WORDS = /\b(?:import|export)\b/;

function formatOf(path: string, code: string): Program["format"] {
  // Node.js reads CommonJS from files only; as a module the program finds the same names.
  if (inlineSource(path) !== null) return "module";
  const extension = extname(path);
  if (extension === ".mjs" || extension === ".mts") return "module";
  if (extension === ".cjs" || extension === ".cts") return "commonjs";
  if (!COMMONJS_NAMES.test(code)) return "module";
  if (MODULE_WORDS.test(code) && hasModuleSyntax(code)) return "module";
  return /\bawait\b/.test(code) && !isFunctionBody(code) ? "module" : "commonjs";
}

function hasModuleSyntax(code: string): boolean {
  const { parse }: typeof Lexer = createRequire(import.meta.url)("es-module-lexer");
  try {
    return parse(code)[3];
  } catch {
    // Not parseable: Node.js reports the syntax error with its own words.
    return true;
  }
}

/** False for code with a top-level `await`: Bun runs it, and only modules can. */
function isFunctionBody(code: string): boolean {
  try {
    new Script(`(function (){${code}\n})`);
    return true;
  } catch {
    return false;
  }
}

/** Puts code in front without a new line, so that source maps stay right. */
export function withPrelude(code: string, prelude: string): string {
  if (prelude === "") return code;
  const hashbang = code.startsWith("#!") ? `${code.split("\n", 1)[0] ?? ""}\n` : "";
  return hashbang + prelude + code.slice(hashbang.length);
}
