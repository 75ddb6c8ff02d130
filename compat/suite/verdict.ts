import type { Result } from "./case-run.js";
import { readLedger } from "./ledger.js";

/** What a run means for the build. */
export interface Verdict {
  failed: boolean;
  /** Lines to print. */
  reasons: string[];
}

/**
 * A run fails only on news: something red which the committed page does not list as open. Without a page,
 * everything red is news.
 */
export function judgeRun(results: Result[], committed: string | undefined): Verdict {
  const open = committed === undefined ? new Set<string>() : readLedger(committed).open;
  const news = results.filter((result) => !result.passed && !open.has(`${result.id} ${result.wire}`));
  const mended = results.filter((result) => result.passed && open.has(`${result.id} ${result.wire}`));
  const reasons = news.map((result) => `turned red: ${result.id} [${result.wire}]`);
  if (mended.length > 0)
    reasons.push(`${mended.length} that were open are green now: commit COMPATIBILITY.md`);
  return { failed: news.length > 0, reasons };
}

/** Passed and total, by part and wire. */
export function summary(results: Result[]): string[] {
  const parts = new Map<string, Map<string, [passed: number, total: number]>>();
  for (const result of results) {
    const part = result.area === "docs" ? `docs: ${result.id.split(" › ")[0]}` : `cases: ${result.area}`;
    for (const name of [part, "all"]) {
      const byWire = parts.get(name) ?? new Map<string, [number, number]>();
      parts.set(name, byWire);
      const count = byWire.get(result.wire) ?? [0, 0];
      byWire.set(result.wire, [count[0] + (result.passed ? 1 : 0), count[1] + 1]);
    }
  }
  const width = Math.max(...[...parts.keys()].map((name) => name.length), 0);
  return [...parts]
    .sort(([a], [b]) => (a === "all" ? 1 : b === "all" ? -1 : 0))
    .map(
      ([name, byWire]) =>
        `${name.padEnd(width)}  ${[...byWire].map(([wire, [passed, total]]) => `${wire} ${passed}/${total}`).join("  ")}`,
    );
}
