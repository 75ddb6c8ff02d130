import { createRequire } from "node:module";
import type semverTypes from "semver";

const require = createRequire(import.meta.url);

let library: typeof semverTypes | undefined;

/** Loaded at the first call: few servers compare versions. */
function load(): typeof semverTypes {
  library ??= require("semver") as typeof semverTypes;
  return library;
}

/**
 * Semantic versions, compared as npm does.
 * @see https://bun.sh/docs/api/semver
 */
export const semver = {
  /** Whether a version lies in a range. What is no range counts as a tag, and contains every version. */
  satisfies(version: string, range: string): boolean {
    if (typeof version !== "string" || typeof range !== "string") return false;
    const { valid, validRange, satisfies } = load();
    if (valid(version) === null) return false;
    return validRange(range) === null || satisfies(version, range);
  },

  /** -1, 0 or 1: how to sort. @throws {Error} when the second one is no version */
  order(a: string, b: string): -1 | 0 | 1 {
    const { coerce, compare, valid } = load();
    const parse = (text: string) =>
      valid(text) ?? (/^v?\d+(\.\d+)?$/.test(text) ? coerce(text)?.version : null);
    const second = parse(String(b));
    if (second === null || second === undefined) throw new Error(`Invalid SemVer: ${b}\n`);
    const first = parse(String(a));
    return first === null || first === undefined ? 1 : compare(first, second);
  },
};
