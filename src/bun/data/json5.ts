import { parseError, textOf } from "./input.js";
import { parserPackage } from "./parser.js";

/** The package, which checks what it is given itself. */
interface Parser {
  parse(text: string): unknown;
  stringify(value: unknown, replacer?: unknown, space?: unknown): string | undefined;
}

const parser = parserPackage<Parser>("json5");

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
