import { createRequire } from "node:module";
import type picomatch from "picomatch";

const require = createRequire(import.meta.url);

let library: typeof picomatch | undefined;

/** Loaded when the first pattern is compiled. */
function load(): typeof picomatch {
  library ??= require("picomatch") as typeof picomatch;
  return library;
}

/** What `[!` and a brace without a comma become, so that picomatch reads them as Bun does. */
const DIALECT = /\\.|\[!|\{([^{},\\]*)\}/gs;

/** Picomatch's guard against the names `.` and `..`. */
const NO_DOTS = String.raw`(?!(?:^|\/)\.{1,2}(?:\/|$))`;

/** Compiles a pattern. `dot`: wildcards match names that start with a dot. */
export function compile(pattern: string, dot: boolean): (path: string) => boolean {
  const body = pattern.replace(/^!+(?!\()/, "");
  const negated = (pattern.length - body.length) % 2 === 1;
  const adapted = body.replace(DIALECT, (text, only: string | undefined) => {
    if (text === "[!") return "[^";
    return only === undefined || only.includes("..") ? text : only;
  });
  if (adapted === "") return (path) => (path === "") !== negated;
  if (adapted.startsWith("./")) {
    const rest = compile(body.slice(2), dot);
    return (path) => (path.startsWith("./") && rest(path.slice(2))) !== negated;
  }
  const made = load().makeRe(adapted, { dot, nonegate: true, strictSlashes: true, posix: false });
  // In Bun a wildcard matches line breaks too, and the names `.` and `..` wherever it matches hidden ones.
  const expression = new RegExp(dot ? made.source.replaceAll(NO_DOTS, "") : made.source, "s");
  return (path) => expression.test(path) !== negated;
}

/** The part of a pattern before the first wildcard, up to its last slash, and the rest. */
export function splitBase(pattern: string): { base: string; rest: string } {
  const magic = pattern.search(/[*?[\]{}()!\\]/);
  const slash = pattern.lastIndexOf("/", magic === -1 ? pattern.length : magic);
  return { base: pattern.slice(0, slash + 1), rest: pattern.slice(slash + 1) };
}

/** How many levels of folders a pattern can reach. */
export function depthOf(pattern: string): number {
  return pattern.includes("**") ? Number.POSITIVE_INFINITY : pattern.split("/").length;
}
