import { stringWidth } from "../string-width.js";
import { Printer } from "./printer.js";

/** A row: the cell at the left, and the cells by column. */
interface Row {
  readonly label: string;
  readonly cells: ReadonlyMap<string, string>;
}

const VALUES = "Values";
const KEY = "Key";

/** The table that `console.table` prints; empty text for what is no object. */
export function tableOf(data: unknown, columns?: readonly string[]): string {
  if (typeof data !== "object" || data === null) return "";
  const rows = rowsOf(data);
  const found = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  // Values that are no objects come last.
  if (found.delete(VALUES)) found.add(VALUES);
  const names = columns ?? [...found];
  const grid = [
    ["", ...names],
    ...rows.map(({ label, cells }) => [label, ...names.map((name) => cells.get(name) ?? "")]),
  ];
  const widths = ["", ...names].map((_, column) =>
    Math.max(1, ...grid.map((row) => stringWidth(row[column] ?? ""))),
  );
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right;
  const [head = "", ...body] = grid.map((row) => {
    const cells = row.map(
      (cell, column) => ` ${cell}${" ".repeat((widths[column] ?? 0) - stringWidth(cell))} `,
    );
    return `│${cells.join("│")}│`;
  });
  return `${[rule("┌", "┬", "┐"), head, rule("├", "┼", "┤"), ...body, rule("└", "┴", "┘")].join("\n")}\n`;
}

function rowsOf(data: object): Row[] {
  if (data instanceof Map) {
    return Array.from(data, ([key, value], index) => ({
      label: String(index),
      cells: new Map([
        [KEY, cell(key)],
        [VALUES, cell(value)],
      ]),
    }));
  }
  const entries: [string, unknown][] =
    data instanceof Set ? Array.from(data, (value, index) => [String(index), value]) : Object.entries(data);
  return entries.map(([label, value]) => ({ label, cells: cellsOf(value) }));
}

function cellsOf(value: unknown): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[VALUES, cell(value)]]);
  return new Map(Object.entries(value).map(([name, inner]) => [name, cell(inner)]));
}

function cell(value: unknown): string {
  if (typeof value === "string") return value;
  return new Printer({ depth: 4, compact: true, sorted: false }).print(value);
}
