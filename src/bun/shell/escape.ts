/** What a shell reads as text without quotes. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * Text as one word for a shell; `$.escape`.
 *
 * @see https://bun.com/docs/runtime/shell#escape-escape-strings
 */
export function escapeWord(text: string): string {
  return PLAIN.test(text) ? text : `"${text.replaceAll(/[\\"$`]/g, "\\$&")}"`;
}

/** Where in a command text is put. */
export type Quotes = "'" | '"' | "";

/** Text as a shell has to find it at such a place; nothing of it means anything to the shell. */
export function quoted(text: string, quotes: Quotes): string {
  if (quotes === '"') return text.replaceAll(/[\\"$`]/g, "\\$&");
  const inner = text.replaceAll("'", "'\\''");
  if (quotes === "'") return inner;
  return text !== "" && PLAIN.test(text) ? text : `'${inner}'`;
}

/** The quotes in which the end of a command is, given those in which it begins. */
export function quotesAfter(command: string, before: Quotes): Quotes {
  let quotes = before;
  for (let index = 0; index < command.length; index++) {
    const character = command[index];
    if (character === "\\" && quotes !== "'") index++;
    else if (character === quotes) quotes = "";
    else if (quotes === "" && (character === '"' || character === "'")) quotes = character;
  }
  return quotes;
}
