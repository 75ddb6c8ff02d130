const ESCAPES: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "<": "&lt;",
  ">": "&gt;",
};

/**
 * Escapes `" & ' < >` for HTML; other values are made strings first.
 *
 * @throws {TypeError} for symbols
 * @see https://bun.sh/docs/api/utils#bun-escapehtml
 */
export function escapeHTML(input: string | object | number | boolean): string {
  if (typeof input === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return String(input).replace(/["&'<>]/g, (character) => ESCAPES[character] ?? character);
}
