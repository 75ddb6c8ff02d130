import { stripVTControlCharacters } from "node:util";

/** What Node leaves and Bun takes: sequences cut off at the end, and escapes of two characters. */
const REST = new RegExp(`${String.fromCharCode(27)}(?:\\[[ -?]*$|[ -/]*[0-~]?)`, "g");

/**
 * A text without ANSI escape codes.
 * @see https://bun.sh/docs/api/utils#bun-stripansi
 */
export function stripANSI(input: string): string {
  if (typeof input === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return stripVTControlCharacters(String(input)).replace(REST, "");
}
