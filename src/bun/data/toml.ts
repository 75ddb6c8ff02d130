import type * as SmolToml from "smol-toml";
import { parseError, textOf } from "./input.js";
import { parserPackage } from "./parser.js";

const parser = parserPackage<typeof SmolToml>("smol-toml");

/**
 * TOML and back, as Bun reads it: dates and times stay text.
 *
 * @see https://bun.com/docs/runtime/toml
 */
export const TOML = {
  /** @throws SyntaxError for text that is not TOML */
  parse(input: unknown): object {
    const text = textOf(input);
    try {
      return plainTable(parser().parse(text));
    } catch (error) {
      throw parseError("TOML", error);
    }
  },
  /** @throws TypeError for values that TOML does not have */
  stringify(value: object): string {
    return parser().stringify(value);
  },
};

function plainTable(table: object): object {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, plain(value)]));
}

/** The tree of plain objects, with text where it has dates, which TOML has in forms that JavaScript does not. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/, "");
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "object" && value !== null ? plainTable(value) : value;
}
