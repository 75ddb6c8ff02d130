import { createRequire } from "node:module";
import { dirname, extname } from "node:path";
import type * as Esbuild from "esbuild";
import { inlineSource } from "./inline-program.js";
import { cacheKey, readOutput, writeOutput } from "./output-cache.js";
import { withoutFrames } from "./plain-error.js";
import { isTransformFailure, syntaxError } from "./syntax-failure.js";
import { settingsFor } from "./tsconfig.js";

const LOADERS: Readonly<Record<string, Esbuild.Loader>> = {
  ".ts": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".tsx": "tsx",
  ".jsx": "jsx",
  ".js": "jsx",
  ".mjs": "jsx",
  ".cjs": "jsx",
};

/** File name extensions of programs, in the order in which Bun tries them. */
export const PROGRAM_EXTENSIONS = [".tsx", ".jsx", ".mts", ".ts", ".mjs", ".js", ".cts", ".cjs"] as const;

/** What JavaScript of today cannot look like: JSX, decorators, `using`. Too much is harmless, only slower. */
const BEYOND_JAVASCRIPT = /<\/|\/>|<>|^\s*@[\w$(]|\busing\s+\w/m;

/** Whether a file can be a program: its extension is one that Bun compiles. */
export function isProgram(path: string): boolean {
  return LOADERS[extname(path)] !== undefined || inlineSource(path) !== null;
}

/**
 * TypeScript and JSX to JavaScript with an inline source map; module syntax stays as it is.
 *
 * @throws SyntaxError with the line and the place
 */
export async function transform(path: string, source: string): Promise<string> {
  if (isPlain(path, source)) return source;
  const options = optionsFor(path);
  const key = keyOf(path, source, options);
  const known = readOutput(key);
  if (known !== null) return known;
  try {
    const { code } = await esbuild().transform(source, options);
    writeOutput(key, code);
    return code;
  } catch (error) {
    throw failureOf(error, path);
  }
}

/**
 * As {@link transform}, for places that cannot wait.
 *
 * @param format what module syntax becomes. Default: it stays as it is
 */
export function transformSync(path: string, source: string, format?: "cjs"): string {
  if (format === undefined && isPlain(path, source)) return source;
  const options = { ...optionsFor(path), ...(format !== undefined && { format }) };
  const key = keyOf(path, source, options);
  const known = readOutput(key);
  if (known !== null) return known;
  try {
    const { code } = esbuild().transformSync(source, options);
    writeOutput(key, code);
    return code;
  } catch (error) {
    throw failureOf(error, path);
  }
}

function isPlain(path: string, source: string): boolean {
  const extension = extname(path);
  return (
    (extension === ".js" || extension === ".mjs" || extension === ".cjs") && !BEYOND_JAVASCRIPT.test(source)
  );
}

/** All else that esbuild throws is about its binary, which is missing or another system's, and says what to do. */
function failureOf(error: unknown, path: string): unknown {
  if (isTransformFailure(error)) return syntaxError(error, path);
  return error instanceof Error ? withoutFrames(error) : error;
}

/** The cached part of the version: output of another esbuild or another layout of ours is another key. */
const LAYOUT = "1";

function keyOf(path: string, source: string, options: Esbuild.TransformOptions): string {
  return cacheKey([LAYOUT, process.versions.node, path, JSON.stringify(options), source]);
}

function optionsFor(path: string): Esbuild.TransformOptions {
  const { compilerOptions } = settingsFor(dirname(path));
  return {
    loader: LOADERS[extname(path)] ?? "tsx",
    sourcefile: path,
    sourcemap: "inline",
    sourcesContent: false,
    target: `node${process.versions.node}`,
    charset: "utf8",
    logLevel: "silent",
    tsconfigRaw: { compilerOptions: { ...compilerOptions, jsx: undefined } },
    ...jsxOptions(compilerOptions),
  };
}

/** Bun's choice: automatic, with the development runtime unless in production or told otherwise. */
function jsxOptions(compilerOptions: Readonly<Record<string, unknown>>): Esbuild.TransformOptions {
  const { jsx, jsxFactory } = compilerOptions;
  if (jsx === "react" || (jsx === undefined && jsxFactory !== undefined)) return { jsx: "transform" };
  const production = (process.env["NODE_ENV"] ?? process.env["BUN_ENV"]) === "production";
  return { jsx: "automatic", jsxDev: jsx !== "react-jsx" && !production };
}

/** Which of these names a module declares itself, at its top. */
export function declaredBy(code: string, names: readonly string[]): string[] {
  const key = cacheKey([LAYOUT, "declared", names.join(), code]);
  const known = readOutput(key);
  if (known !== null) return known.split(",");
  const declared = names.filter((name) => !accepts(`const ${name} = 0;${withoutHashbang(code)}`, name));
  writeOutput(key, declared.join());
  return declared;
}

function withoutHashbang(code: string): string {
  return code.replace(/^#!.*/, "");
}

/** Whether the only declaration of a name is the one in front. */
function accepts(code: string, name: string): boolean {
  try {
    esbuild().transformSync(code, { loader: "js", logLevel: "silent" });
    return true;
  } catch (error) {
    if (!isTransformFailure(error)) throw error;
    return !error.errors.some(({ text }) => text === `The symbol "${name}" has already been declared`);
  }
}

let loaded: typeof Esbuild | undefined;

function esbuild(): typeof Esbuild {
  loaded ??= createRequire(import.meta.url)("esbuild");
  if (loaded === undefined) throw new Error("esbuild did not load");
  return loaded;
}
