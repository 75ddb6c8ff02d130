import { createRequire } from "node:module";
import type * as StringWidth from "string-width";

const require = createRequire(import.meta.url);

let library: typeof StringWidth | undefined;

/** Loaded at the first call: its segmenter takes as long to make as the rest of a server's start. */
function load(): typeof StringWidth {
  library ??= require("string-width") as typeof StringWidth;
  return library;
}

/** Options of `Bun.stringWidth`. */
export interface StringWidthOptions {
  /** Count the characters of ANSI escape codes. Default: false */
  countAnsiEscapeCodes?: boolean;
  /** Characters of ambiguous width (emoji, Greek …) take one column, not two. Default: true */
  ambiguousIsNarrow?: boolean;
}

/**
 * How many columns of a terminal a text takes.
 * @see https://bun.sh/docs/api/utils#bun-stringwidth
 */
export function stringWidth(input?: string, options?: StringWidthOptions): number {
  if (input === undefined) return 0;
  if (typeof input === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return load().default(String(input), {
    countAnsiEscapeCodes: options?.countAnsiEscapeCodes ?? false,
    ambiguousIsNarrow: options?.ambiguousIsNarrow ?? true,
  });
}
