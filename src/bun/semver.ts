import { createRequire } from "node:module";
import type semverTypes from "semver";

const require = createRequire(import.meta.url);

let library: typeof semverTypes | undefined;

/** Loaded at the first call: few servers compare versions. */
function load(): typeof semverTypes {
  library ??= require("semver") as typeof semverTypes;
  return library;
}

/** A version as Bun reads it. */
interface Version {
  /** Major, minor, patch; what is missing, or a wildcard, is larger than any number. */
  readonly numbers: readonly [number, number, number];
  /** What follows the dash; "" for none. */
  readonly prerelease: string;
}

/**
 * Semantic versions, compared as npm does, and read as Bun does: `v1.2.3`, ` =1.2.3` and `01.2.3` are `1.2.3`,
 * `1.2.3alpha` is `1.2.3-alpha`.
 * @see https://bun.sh/docs/api/semver
 */
export const semver = {
  /**
   * Whether a version lies in a range. What is no range counts as a tag, and contains every version that is no
   * prerelease; half a version lies in no range.
   */
  satisfies(version: string, within: string): boolean {
    const parsed = parse(text(version));
    const wanted = text(within);
    if (parsed === null || parsed.numbers.includes(Number.POSITIVE_INFINITY)) return false;
    if (/[\s|]\S/.test(text(version).trim())) return false;
    const { satisfies, validRange } = load();
    const range = [wanted, canonical(parse(wanted)), "*"].find((one) => validRange(one, LOOSE) !== null);
    return satisfies(canonical(parsed), range ?? "*", LOOSE);
  },

  /** -1, 0 or 1: how to sort. @throws {Error} for what is no version */
  order(a: string, b: string): -1 | 0 | 1 {
    const first = known(text(a));
    const second = known(text(b));
    for (const [i, number] of first.numbers.entries()) {
      const other = second.numbers[i] ?? 0;
      if (number !== other) return number < other ? -1 : 1;
    }
    return load().compare(`0.0.0${suffix(first)}`, `0.0.0${suffix(second)}`, LOOSE);
  },
};

const LOOSE = { loose: true };

const NUMBER = "(\\d+|[xX*])";
/** All three numbers, then a prerelease, a build, or something that is no part of the version. */
const WHOLE = /^[\s=v]*(\d+)\.(\d+)\.(\d+)(?:-?([0-9A-Za-z.][0-9A-Za-z.-]*))?(?:-?\+|-?(?=[\s|]|$))/;
const WHOLE_START = /^[\s=v]*\d+\.\d+\.\d/;
const PART = new RegExp(`^[\\s=v]*${NUMBER}(?:\\.${NUMBER}(?:.*)|\\.?(?=[\\s|]|$))`, "s");

/** Null for what is no version. */
function parse(version: string): Version | null {
  const whole = WHOLE.exec(version);
  if (whole !== null) {
    const [, major, minor, patch, prerelease = ""] = whole;
    // A digit or a dot would make a number of its own.
    if (/^[\d.]/.test(prerelease) && !/^[\s=v]*\d+\.\d+\.\d+-/.test(version)) return null;
    return { numbers: [Number(major), Number(minor), Number(patch)], prerelease };
  }
  if (WHOLE_START.test(version)) return null;
  const part = PART.exec(version);
  if (part === null) return null;
  const [, major = "", minor = ""] = part;
  return { numbers: [partOf(major), partOf(minor), Number.POSITIVE_INFINITY], prerelease: "" };
}

function partOf(digits: string): number {
  return /^\d/.test(digits) ? Number(digits) : Number.POSITIVE_INFINITY;
}

function known(version: string): Version {
  const parsed = parse(version);
  if (parsed === null) throw new Error(`Invalid SemVer: ${version}\n`);
  return parsed;
}

/** The version as npm writes it; what is missing is left out. */
function canonical(version: Version | null): string {
  if (version === null) return "";
  const numbers = version.numbers.filter((number) => number !== Number.POSITIVE_INFINITY);
  return numbers.length === 0 ? "*" : numbers.join(".") + suffix(version);
}

function suffix({ prerelease }: Version): string {
  return prerelease === "" ? "" : `-${prerelease}`;
}

function text(value: unknown): string {
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return String(value);
}
