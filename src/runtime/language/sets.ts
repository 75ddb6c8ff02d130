import { addAll } from "./define.js";

/** What the methods of sets take: a Set, a Map, or what looks like one. */
interface SetRecord {
  readonly size: number;
  has(value: unknown): boolean;
  keys(): Iterator<unknown>;
}

/** Adds the methods by which sets are combined: https://tc39.es/ecma262/#sec-set.prototype.union */
export function installSetMethods(): void {
  addAll(Set.prototype, {
    union(this: Set<unknown>, other: unknown): Set<unknown> {
      return new Set([...this, ...valuesOf(recordOf(other))]);
    },
    intersection(this: Set<unknown>, other: unknown): Set<unknown> {
      const record = recordOf(other);
      const [few, many] = this.size <= record.size ? [this, record] : [valuesOf(record), this];
      return new Set([...few].filter((value) => many.has(value)));
    },
    difference(this: Set<unknown>, other: unknown): Set<unknown> {
      const record = recordOf(other);
      return new Set([...this].filter((value) => !record.has(value)));
    },
    symmetricDifference(this: Set<unknown>, other: unknown): Set<unknown> {
      const result = new Set(this);
      for (const value of valuesOf(recordOf(other))) {
        if (this.has(value)) result.delete(value);
        else result.add(value);
      }
      return result;
    },
    isSubsetOf(this: Set<unknown>, other: unknown): boolean {
      const record = recordOf(other);
      return this.size <= record.size && [...this].every((value) => record.has(value));
    },
    isSupersetOf(this: Set<unknown>, other: unknown): boolean {
      const record = recordOf(other);
      return this.size >= record.size && allOf(record, (value) => this.has(value));
    },
    isDisjointFrom(this: Set<unknown>, other: unknown): boolean {
      const record = recordOf(other);
      if (this.size <= record.size) return ![...this].some((value) => record.has(value));
      return allOf(record, (value) => !this.has(value));
    },
  });
}

function recordOf(other: unknown): SetRecord {
  if (typeof other !== "object" || other === null) throw new TypeError("The other set must be an object");
  const size = Number(Reflect.get(other, "size"));
  if (Number.isNaN(size)) throw new TypeError("The other set must have a number as its size");
  if (size < 0) throw new RangeError("The size of the other set must not be negative");
  const has = methodOf(other, "has");
  const keys = methodOf(other, "keys");
  return {
    size: Math.trunc(size),
    has: (value) => Boolean(Reflect.apply(has, other, [value])),
    keys: () => Reflect.apply(keys, other, []),
  };
}

function methodOf(other: object, name: string): (...parameters: never[]) => unknown {
  const method: unknown = Reflect.get(other, name);
  if (!isFunction(method)) throw new TypeError(`The other set must have a method ${name}`);
  return method;
}

function isFunction(value: unknown): value is (...parameters: never[]) => unknown {
  return typeof value === "function";
}

function valuesOf(record: SetRecord): Set<unknown> {
  const values = new Set<unknown>();
  const keys = record.keys();
  for (let { done, value } = keys.next(); !done; { done, value } = keys.next()) values.add(value);
  return values;
}

function allOf(record: SetRecord, isRight: (value: unknown) => boolean): boolean {
  const keys = record.keys();
  for (let { done, value } = keys.next(); !done; { done, value } = keys.next()) {
    if (isRight(value)) continue;
    keys.return?.();
    return false;
  }
  return true;
}
