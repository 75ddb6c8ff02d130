import { inspect as nodeInspect } from "node:util";
import * as error from "./error-text.js";
import { CONSOLE_DEPTH } from "./log-line.js";
import { Printer } from "./printer.js";
import { tableOf } from "./table.js";

/** Options of `Bun.inspect`. */
export interface InspectOptions {
  /** Levels to show. Default: 8 */
  depth?: number;
  /** Everything on one line. Default: false */
  compact?: boolean;
  /** Properties in the order of their names. Default: false */
  sorted?: boolean;
  /** Default: false */
  colors?: boolean;
}

const DEPTH = 8;

/**
 * A value as text, as Bun's `console.log` shows it, with strings quoted.
 *
 * @see https://bun.sh/docs/api/utils#bun-inspect
 */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  const { depth = DEPTH, compact = false, sorted = false, colors = false } = options ?? {};
  return new Printer({ depth, compact, sorted, colors }).print(value);
}

/** The name of a method that says how its object is shown: `Symbol.for("nodejs.util.inspect.custom")`. */
inspect.custom = nodeInspect.custom;

/**
 * A table as `console.table` prints it.
 *
 * @param columns which columns to show. Default: all
 * @see https://bun.sh/docs/api/utils#bun-inspect-table-tabulardata-properties-options
 */
inspect.table = function table(data: unknown, columns?: readonly string[] | InspectOptions): string {
  return tableOf(data, Array.isArray(columns) ? columns : undefined);
};

/** What nobody caught, as Bun prints it on stderr; the text ends with a line break. */
export function thrownText(thrown: unknown): string {
  return error.thrownText(thrown, (part) =>
    inspect(part, { depth: error.isError(thrown) ? 0 : CONSOLE_DEPTH }),
  );
}
