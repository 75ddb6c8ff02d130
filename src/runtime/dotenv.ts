import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Names and values in the order in which a file sets them. */
export type Variables = Map<string, string>;

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*/;
const NAME = /^\w+/;

/**
 * Loads the `.env` files that Bun loads by itself into `env`; what is already set stays. The most specific
 * file comes first: `.env.MODE.local`, `.env.local` (not in tests), `.env.MODE`, `.env`.
 *
 * @see https://bun.com/docs/runtime/environment-variables
 */
export function loadDotenv(directory: string, env: NodeJS.ProcessEnv): void {
  const named = env["BUN_ENV"] ?? env["NODE_ENV"];
  const mode = named === "production" || named === "test" ? named : "development";
  const names = [`.env.${mode}.local`, ...(mode === "test" ? [] : [".env.local"]), `.env.${mode}`, ".env"];
  loadFiles(
    names.map((name) => join(directory, name)),
    env,
  );
}

/** Loads files that the user named (`--env-file`); the last one wins, what is already set stays. */
export function loadEnvFiles(paths: readonly string[], env: NodeJS.ProcessEnv): void {
  loadFiles(paths.toReversed(), env);
}

function loadFiles(paths: readonly string[], env: NodeJS.ProcessEnv): void {
  for (const path of paths) {
    const source = readOptional(path);
    if (source === null) continue;
    const variables = parseDotenv(source);
    const known = (name: string) => env[name] ?? variables.get(name);
    for (const [name, value] of variables) {
      if (env[name] === undefined) variables.set(name, expandVariables(value, known));
    }
    for (const [name, value] of variables) env[name] ??= value;
  }
}

function readOptional(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Absent, a directory, not readable: Bun starts without it, too.
    return null;
  }
}

/** Reads assignments; `$NAME` stays as written (see {@link expandVariables}). */
export function parseDotenv(source: string): Variables {
  const variables: Variables = new Map();
  let rest = source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  while (rest !== "") {
    const assignment = ASSIGNMENT.exec(rest);
    const name = assignment?.[1];
    if (assignment && name !== undefined) {
      rest = rest.slice(assignment[0].length);
      const quoted = quotedValue(rest);
      variables.set(name, quoted?.value ?? plainValue(rest));
      if (quoted) rest = rest.slice(quoted.length);
    }
    const end = rest.indexOf("\n");
    rest = end === -1 ? "" : rest.slice(end + 1);
  }
  return variables;
}

function plainValue(text: string): string {
  return (/^[^\n#]*/.exec(text)?.[0] ?? "").trim();
}

function quotedValue(text: string): { value: string; length: number } | null {
  const quote = text[0];
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  for (let index = 1; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === quote) {
      const inner = text.slice(1, index);
      const value = quote === '"' ? inner.replaceAll("\\n", "\n").replaceAll("\\r", "\r") : inner;
      return { value, length: index + 1 };
    }
  }
  return null;
}

/** Replaces `$NAME`, `${NAME}` and `${NAME:-default}`; `\$` is a dollar sign. */
export function expandVariables(value: string, known: (name: string) => string | undefined): string {
  let expanded = "";
  let index = 0;
  while (index < value.length) {
    if (value.startsWith("\\$", index)) {
      expanded += "$";
      index += 2;
      continue;
    }
    const reference = value[index] === "$" ? referenceAt(value, index) : null;
    if (reference) {
      expanded += known(reference.name) ?? expandVariables(reference.fallback, known);
      index += reference.length;
    } else {
      expanded += value[index];
      index++;
    }
  }
  return expanded;
}

interface Reference {
  name: string;
  fallback: string;
  length: number;
}

function referenceAt(value: string, start: number): Reference | null {
  const braced = value[start + 1] === "{";
  const nameStart = start + (braced ? 2 : 1);
  const name = NAME.exec(value.slice(nameStart))?.[0];
  if (name === undefined) return null;
  const nameEnd = nameStart + name.length;
  if (!braced) return { name, fallback: "", length: nameEnd - start };
  if (value[nameEnd] === "}") return { name, fallback: "", length: nameEnd + 1 - start };
  if (!value.startsWith(":-", nameEnd)) return null;
  const close = closingBrace(value, nameEnd + 2);
  if (close === -1) return null;
  return { name, fallback: value.slice(nameEnd + 2, close), length: close + 1 - start };
}

function closingBrace(value: string, from: number): number {
  let depth = 0;
  for (let index = from; index < value.length; index++) {
    if (value.startsWith("${", index)) depth++;
    else if (value[index] === "}" && depth-- === 0) return index;
  }
  return -1;
}
