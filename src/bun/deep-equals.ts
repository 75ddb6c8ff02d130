import { types } from "node:util";
import { className, prototypeOf } from "./inspect/names.js";

/**
 * Whether two values have the same structure and content.
 *
 * @param strict also compare classes, holes of arrays, and properties that are there but undefined
 * @throws {TypeError} when called with fewer than two values
 * @see https://bun.sh/docs/api/utils#bun-deepequals
 */
export function deepEquals(...values: [a: unknown, b: unknown, strict?: boolean]): boolean {
  const [a, b, strict] = values;
  if (values.length < 2) throw new TypeError("Expected 2 values to compare");
  return new Comparison(strict === true).equal(a, b);
}

/**
 * Whether all enumerable members of `subset` are in `object`, which is all that it looks at: any two dates match.
 * Arrays must have the same length.
 *
 * @throws {TypeError} unless both are objects
 * @see https://bun.sh/docs/api/utils
 */
export function deepMatch(...values: [subset: unknown, object: unknown]): boolean {
  if (values.length < 2) throw new TypeError("Expected 2 values to compare");
  const [subset, object] = values;
  if (!isObject(subset) || !isObject(object)) throw new TypeError("Expected 2 objects to match");
  return matches(subset, object, new Set());
}

class Comparison {
  readonly #strict: boolean;
  /** Pairs under comparison: meeting one again means a cycle on both sides. */
  readonly #open = new Map<object, Set<object>>();

  constructor(strict: boolean) {
    this.#strict = strict;
  }

  equal(a: unknown, b: unknown): boolean {
    if (Object.is(a, b)) return true;
    if (!isObject(a) || !isObject(b) || typeof a === "function" || typeof b === "function") return false;
    const partners = this.#open.get(a) ?? new Set();
    if (partners.has(b)) return true;
    this.#open.set(a, partners.add(b));
    const same = this.#sameKind(a, b) && this.#sameContent(a, b);
    partners.delete(b);
    return same;
  }

  #sameKind(a: object, b: object): boolean {
    if (kindOf(a) !== kindOf(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    if (!this.#strict || prototypeOf(a) === prototypeOf(b)) return true;
    return (className(a) === "" && className(b) === "") || ArrayBuffer.isView(a);
  }

  #sameContent(a: object, b: object): boolean {
    if (types.isDate(a) && types.isDate(b)) return a.getTime() === b.getTime();
    if (types.isRegExp(a) && types.isRegExp(b)) return String(a) === String(b);
    if (types.isBoxedPrimitive(a) && types.isBoxedPrimitive(b)) return Object.is(a.valueOf(), b.valueOf());
    if (types.isNativeError(a) && types.isNativeError(b)) return this.#errors(a, b);
    if (types.isMap(a) && types.isMap(b)) return this.#maps(a, b);
    if (types.isSet(a) && types.isSet(b)) return this.#sets(a, b);
    const bytes = [contentOf(a), contentOf(b)];
    if (bytes[0] !== undefined && bytes[1] !== undefined) return this.#numbers(bytes[0], bytes[1]);
    if (a instanceof URL && b instanceof URL) return a.href === b.href;
    if (a instanceof Blob && b instanceof Blob) return a.size === b.size && a.type === b.type;
    if (isPairs(a) && isPairs(b)) return this.equal(Array.from(a), Array.from(b));
    if (Array.isArray(a) && Array.isArray(b)) return this.#arrays(a, b);
    return this.#members(a, b);
  }

  #errors(a: Error, b: Error): boolean {
    return (
      a.name === b.name && a.message === b.message && this.equal(a.cause, b.cause) && this.#members(a, b)
    );
  }

  #arrays(a: readonly unknown[], b: readonly unknown[]): boolean {
    if (this.#strict && a.length !== b.length) return false;
    // Otherwise what is missing at the end is undefined.
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
      if (this.#strict && index in a !== index in b) return false;
      if (!this.equal(a[index], b[index])) return false;
    }
    return true;
  }

  /** Bun compares bytes when strict, and numbers otherwise. */
  #numbers(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
    if (a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) {
      if (!(this.#strict ? Object.is(a[index], b[index]) : a[index] === b[index])) return false;
    }
    return true;
  }

  #maps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
    if (a.size !== b.size) return false;
    const left = new Set(b.keys());
    for (const [key, value] of a) {
      const twin = this.#twin(key, left, (other) => this.equal(value, b.get(other)));
      if (twin === null) return false;
      left.delete(twin.key);
    }
    return true;
  }

  #sets(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
    if (a.size !== b.size) return false;
    const left = new Set(b);
    for (const value of a) {
      const twin = this.#twin(value, left, () => true);
      if (twin === null) return false;
      left.delete(twin.key);
    }
    return true;
  }

  #twin(
    key: unknown,
    among: ReadonlySet<unknown>,
    accept: (other: unknown) => boolean,
  ): { key: unknown } | null {
    if (among.has(key)) return accept(key) ? { key } : null;
    if (!isObject(key)) return null;
    for (const other of among) {
      if (isObject(other) && this.equal(key, other) && accept(other)) return { key: other };
    }
    return null;
  }

  #members(a: object, b: object): boolean {
    const keys = membersOf(a, this.#strict);
    if (keys.length !== membersOf(b, this.#strict).length) return false;
    return keys.every(
      (key) =>
        (this.#strict ? Object.hasOwn(b, key) : true) && this.equal(Reflect.get(a, key), Reflect.get(b, key)),
    );
  }
}

function matches(subset: object, object: object, open: Set<object>): boolean {
  if (open.has(subset)) return true;
  open.add(subset);
  const keys = membersOf(subset, true);
  if (Array.isArray(subset)) {
    if (!Array.isArray(object) || subset.length !== object.length) return false;
    // Holes are no members.
    if (keys.length !== membersOf(object, true).length) return false;
  }
  for (const key of keys) {
    if (!(key in object)) return false;
    const wanted: unknown = Reflect.get(subset, key);
    const found: unknown = Reflect.get(object, key);
    if (!(isObject(wanted) && isObject(found) ? matches(wanted, found, open) : Object.is(wanted, found)))
      return false;
  }
  open.delete(subset);
  return true;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** `Object.prototype.toString` without what users can change by `Symbol.toStringTag`. */
function kindOf(value: object): string {
  if (types.isNativeError(value)) return "Error";
  if (types.isTypedArray(value)) return value[Symbol.toStringTag];
  const tag = Object.prototype.toString.call(value);
  return Symbol.toStringTag in value && prototypeOf(value) === Object.prototype ? "[object Object]" : tag;
}

function contentOf(value: object): ArrayLike<unknown> | undefined {
  if (types.isTypedArray(value)) return value;
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value);
  if (types.isDataView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return undefined;
}

function isPairs(value: object): value is Iterable<unknown> {
  return value instanceof URLSearchParams || value instanceof FormData || className(value) === "Headers";
}

/** Enumerable own keys; without `withUndefined`, those only that have a value. */
function membersOf(value: object, withUndefined: boolean): PropertyKey[] {
  return Reflect.ownKeys(value).filter(
    (key) =>
      Object.prototype.propertyIsEnumerable.call(value, key) &&
      (withUndefined || Reflect.get(value, key) !== undefined),
  );
}
