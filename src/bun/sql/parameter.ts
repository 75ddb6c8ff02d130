import type { DriverPart, DriverScope } from "./driver.js";

/** Part of a statement that becomes the driver's own form when the statement starts. */
export interface Fragment {
  build(scope: DriverScope): DriverPart;
}

/** Marks our own fragments, which a program cannot build by accident. */
export const fragment = Symbol("fragment");

/** What `sql(object)`, `sql(array)` and `sql(objects, "column")` give: rows of a statement, or the list of an IN. */
export class SQLHelper implements Fragment {
  /** The rows, or the values of a list. */
  readonly value: readonly unknown[];
  /** The columns to write; empty for a list of values. */
  readonly columns: readonly string[];

  constructor(value: object, columns: readonly string[]) {
    this.value = Array.isArray(value) ? value : [value];
    this.columns = columns.length > 0 ? columns : columnsOf(this.value);
  }

  get [fragment](): true {
    return true;
  }

  build(scope: DriverScope): DriverPart {
    if (this.columns.length === 0) return scope(this.value.map((value) => parameter(scope, value)));
    const rows = this.value.map((row) => {
      const members = new Map(Object.entries(row ?? {}));
      return Object.fromEntries(this.columns.map((name) => [name, parameter(scope, members.get(name))]));
    });
    return scope(rows.length === 1 ? rows[0] : rows, ...this.columns);
  }
}

/** One value between the texts of a statement, with the type that Bun gives it. */
export function parameter(scope: DriverScope, value: unknown): DriverPart {
  if (isFragment(value)) return value.build(scope);
  if (value === undefined) return null;
  if (typeof value === "number") return scope.typed(value, numberType(value));
  if (value instanceof Date) return scope.typed(value.toISOString(), 0);
  if (isRecord(value)) return new JsonValue(value);
  return value;
}

/** A JSON document: the driver takes one or the other by the type that the server wants. */
class JsonValue {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  toJSON(): unknown {
    return this.#value;
  }

  toString(): string {
    return JSON.stringify(this.#value);
  }
}

function isFragment(value: unknown): value is Fragment {
  return typeof value === "object" && value !== null && fragment in value;
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** The OID of int4, int8 or float8. */
function numberType(value: number): number {
  if (!Number.isSafeInteger(value)) return 701;
  return value === (value | 0) ? 23 : 20;
}

/** A column that is undefined in every row keeps the database's default. */
function columnsOf(rows: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const row of rows) {
    if (!isRecord(row) || row instanceof Date) continue;
    for (const [name, value] of Object.entries(row ?? {})) if (value !== undefined) names.add(name);
  }
  return [...names];
}
