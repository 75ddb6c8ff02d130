/** Lines of two texts set against each other: `-` only in the first, `+` only in the second, ` ` in both. */
export function diff(expected: string, actual: string, context = 2): string {
  const a = expected.split("\n");
  const b = actual.split("\n");
  const lines = align(a, b);
  const changed = lines.map((line) => !line.startsWith(" "));
  const shown = lines.map((_, at) =>
    changed.slice(Math.max(0, at - context), at + context + 1).some((isChanged) => isChanged),
  );
  const result: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (shown[at]) result.push(line);
    else if (at > 0 && shown[at - 1]) result.push("  …");
  }
  return result.join("\n");
}

/** Longest common subsequence; outputs are some hundred lines at most, so the plain table will do. */
function align(a: string[], b: string[]): string[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) lines.push(`- ${a[i++]}`);
    else lines.push(`+ ${b[j++]}`);
  }
  return lines;
}
