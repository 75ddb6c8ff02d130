import type { CaseSettings, Result } from "./case-run.js";
import { expectation, judge } from "./case-run.js";
import type { Case } from "./cases.js";
import type { Wire } from "./runtimes.js";
import { preloaded, subject } from "./runtimes.js";

/** One task per case: the reference once, then every wire. */
export function caseTasks(
  cases: Case[],
  wires: Wire[],
  node: string,
  settings: CaseSettings,
  done: (result: Result) => void,
): (() => Promise<Result[]>)[] {
  return cases.map((one) => async () => {
    const expected = await expectation(one, settings);
    const results: Result[] = [];
    for (const wire of wires) {
      const runtime = { ...subject(wire, node, preloaded(settings.transport)), name: wire };
      const result = await judge(one, runtime, expected, settings);
      done(result);
      results.push(result);
    }
    return results;
  });
}
