/**
 * All texts that a pattern with braces stands for; `$.braces`.
 *
 * @see https://bun.com/docs/runtime/shell#braces-brace-expansion
 */
export function braces(pattern: string): string[] {
  const open = firstGroup(pattern);
  if (open === null) return [pattern];
  const { start, end, parts } = open;
  const head = pattern.slice(0, start);
  const tails = braces(pattern.slice(end + 1));
  return parts.flatMap((part) => braces(part)).flatMap((middle) => tails.map((tail) => head + middle + tail));
}

/** The first pair of braces with a comma between them. */
function firstGroup(pattern: string): { start: number; end: number; parts: string[] } | null {
  for (let start = pattern.indexOf("{"); start !== -1; start = pattern.indexOf("{", start + 1)) {
    if (pattern[start - 1] === "\\") continue;
    const parts: string[] = [];
    let depth = 0;
    let from = start + 1;
    for (let index = start; index < pattern.length; index++) {
      const character = pattern[index];
      if (character === "\\") index++;
      else if (character === "{") depth++;
      else if (character === "," && depth === 1) {
        parts.push(pattern.slice(from, index));
        from = index + 1;
      } else if (character === "}" && --depth === 0) {
        parts.push(pattern.slice(from, index));
        if (parts.length > 1) return { start, end: index, parts };
        break;
      }
    }
  }
  return null;
}
