import type { SqlStatement } from "./sql-text.js";
import { type SqlValue, toSql } from "./value.js";

/** How a database reads parameters. */
export interface BindingRules {
  /** Every named parameter must be there. */
  readonly strict: boolean;
  readonly safeIntegers: boolean;
}

/**
 * The values of a statement's parameters by number.
 *
 * @returns null where nothing is given: values bound before stay
 * @throws {Error} for too few or too many values, and for a missing name in strict mode
 * @throws {TypeError} for values of no kind that SQLite knows
 */
export function bind(
  { names }: SqlStatement,
  given: readonly unknown[],
  rules: BindingRules,
): SqlValue[] | null {
  const [first] = given;
  if (given.length === 0) return null;
  if (isNamed(first)) return bindNames(names, first, rules);
  if (given.length === 1 && Array.isArray(first)) {
    return first.length === 0 ? names.map(() => null) : bindAll(names.length, first, rules);
  }
  return bindAll(names.length, given, rules);
}

/** Refuses values for a statement that takes none: statements themselves let them pass. */
export function refuseUnwanted({ names }: SqlStatement, given: readonly unknown[]): void {
  const [first] = given;
  if (names.length > 0 || isNamed(first)) return;
  const { length } = given.length === 1 && Array.isArray(first) ? first : given;
  if (length > 0) throw new Error(`SQLite query expected 0 values, received ${length}`);
}

function bindAll(count: number, given: readonly unknown[], rules: BindingRules): SqlValue[] | null {
  if (count === 0) return null;
  if (given.length !== count) {
    throw new Error(`SQLite query expected ${count} values, received ${given.length}`);
  }
  return given.map((value) => toSql(value, rules.safeIntegers));
}

function bindNames(names: readonly (string | null)[], given: object, rules: BindingRules): SqlValue[] {
  return names.map((name, index) => toSql(givenFor(name, index, given, rules.strict), rules.safeIntegers));
}

function givenFor(name: string | null, index: number, given: object, strict: boolean): unknown {
  for (const key of keysOf(name, index, strict)) {
    if (Object.hasOwn(given, key)) return Reflect.get(given, key);
  }
  if (!strict) return undefined;
  throw new Error(
    `Missing parameter "${name === null || name.startsWith("?") ? `?${index + 1}` : name.slice(1)}"`,
  );
}

/** The keys under which a parameter may stand, the first choice first. Numbers count from 0. */
function keysOf(name: string | null, index: number, strict: boolean): string[] {
  if (name === null) return [String(index)];
  if (name.startsWith("?")) return [name, String(index)];
  return strict ? [name.slice(1), name] : [name, name.slice(1)];
}

function isNamed(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    Object.prototype.toString.call(value) === "[object Object]"
  );
}
