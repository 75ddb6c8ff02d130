import width from "string-width";

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
  return width(String(input), {
    countAnsiEscapeCodes: options?.countAnsiEscapeCodes ?? false,
    ambiguousIsNarrow: options?.ambiguousIsNarrow ?? true,
  });
}
