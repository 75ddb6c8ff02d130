/** An attribute as it is written, by the states of the standard's tokenizer: name, and a value in any quotes. */
const ATTRIBUTE = /(=[^\s/>=]*|[^\s/>=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/g;

/**
 * Gives attributes of a start tag new values. As in Bun one space then stands between attributes; names and all
 * other attributes stay as they are written.
 *
 * @param tag from `<` to `>`
 * @param values by name in lower case; where a name is repeated, the first counts
 */
export function rewriteStartTag(tag: string, values: ReadonlyMap<string, string>): string {
  const name = /^<[^\s/>]*/.exec(tag)?.[0] ?? "<";
  const isSelfClosing = tag.endsWith("/>") && !/=\s*[^\s"'>][^\s>]*\/>$/.test(tag);
  const left = new Map(values);
  const attributes = [...tag.slice(name.length, -1).matchAll(ATTRIBUTE)].map(([written, attribute = ""]) => {
    const value = left.get(attribute.toLowerCase());
    if (value === undefined) return ` ${written}`;
    left.delete(attribute.toLowerCase());
    return ` ${attribute}="${value.replaceAll('"', "&quot;")}"`;
  });
  return `${name}${attributes.join("")}${isSelfClosing ? " />" : ">"}`;
}
