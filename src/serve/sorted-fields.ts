import type { HeaderList } from "../wire/exchange.js";

/** Bun sends the fields of prepared replies by name, cookies last, and an implied type as if it were set. */
export function sortedFields(fields: HeaderList): string[] {
  const pairs: [name: string, value: string][] = [];
  for (let i = 0; i < fields.length; i += 2) {
    const name = fields[i] ?? "";
    pairs.push([name === "content-type" ? "Content-Type" : name, fields[i + 1] ?? ""]);
  }
  pairs.sort(([a], [b]) => compare(rank(a), rank(b)));
  return pairs.flat();
}

/** By code unit: capitals come first. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank(name: string): string {
  return name.toLowerCase() === "set-cookie" ? "\uffff" : name;
}

/** The value of the first field of a name (lower case); null where there is none. */
export function fieldValue(fields: HeaderList, name: string): string | null {
  for (let i = 0; i < fields.length; i += 2) {
    const field = fields[i] ?? "";
    if (field.length === name.length && field.toLowerCase() === name) return fields[i + 1] ?? "";
  }
  return null;
}
