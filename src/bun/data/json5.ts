import { createRequire } from "node:module";
import { missingParser, parseError, textOf } from "./input.js";

/** What is used of the package `json5`. */
interface Parser {
  parse(text: string): unknown;
  stringify(value: unknown, replacer?: unknown, space?: unknown): string | undefined;
}

/**
 * JSON for people, and back.
 *
 * @see https://bun.com/docs/runtime/json5
 */
export const JSON5 = {
  /** @throws SyntaxError for text that is not JSON5 */
  parse(input: unknown): unknown {
    const text = textOf(input);
    const { parse } = parser();
    try {
      return parse(text);
    } catch (error) {
      throw parseError("JSON5", error);
    }
  },
  stringify(value: unknown, replacer?: unknown, space?: unknown): string | undefined {
    return parser().stringify(value, replacer, space);
  },
};

let loaded: Parser | undefined;

function parser(): Parser {
  try {
    loaded ??= createRequire(import.meta.url)("json5");
  } catch (error) {
    throw missingParser("JSON5", "json5", error);
  }
  if (loaded === undefined) throw new Error("json5 did not load");
  return loaded;
}
