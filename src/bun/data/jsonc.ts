import { parseError, textOf } from "./input.js";

/** Strings, comments, and commas behind which only blanks, comments and an end follow. */
const PARTS = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*.*?\*\/)*[\]}])/gs;

/** JSON with comments and trailing commas. */
export const JSONC = {
  /** @throws SyntaxError for text that is not JSON beside them */
  parse(input: unknown): unknown {
    const text = textOf(input).replace(/^\uFEFF/, "");
    try {
      return JSON.parse(
        text.replace(PARTS, (part) => (part.startsWith('"') ? part : " ".repeat(part.length))),
      );
    } catch (error) {
      throw parseError("JSONC", error);
    }
  },
};
