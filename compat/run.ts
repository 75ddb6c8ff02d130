import type { CaseSettings, Result } from "./suite/case-run.js";
import { expectation, judge } from "./suite/case-run.js";
import { findCases } from "./suite/cases.js";
import { readFlags, usage } from "./suite/flags.js";
import { pool } from "./suite/pool.js";
import { Progress } from "./suite/progress.js";
import { bunVersion, reference, subject } from "./suite/runtimes.js";

const flags = readFlags(process.argv.slice(2));
if (flags.help) {
  console.log(usage);
  process.exit(0);
}

const settings: CaseSettings = {
  reference: reference(),
  referenceVersion: bunVersion(),
  transport: flags.transport,
  cache: flags.cache,
  record: flags.record,
};

const wanted = (id: string, area: string): boolean =>
  (flags.areas.length === 0 || flags.areas.includes(area)) &&
  (flags.cases.length === 0 || flags.cases.some((text) => id.includes(text)));
const cases = findCases().filter((one) => wanted(one.id, one.area));

if (flags.bunOnly) {
  for (const one of cases) {
    const { transcript, stderr } = await expectation(one, settings);
    console.log(`=== ${one.id}\n${transcript}${stderr ? `--- stderr\n${stderr}` : ""}`);
  }
  process.exit(0);
}

const progress = new Progress(cases.length * flags.wires.length, flags.json);
const results: Result[] = (
  await pool(
    flags.jobs,
    cases.map((one) => async () => {
      const expected = await expectation(one, settings);
      const verdicts: Result[] = [];
      for (const wire of flags.wires) {
        const verdict = await judge(one, { ...subject(wire, flags.node), name: wire }, expected, settings);
        progress.add(verdict);
        verdicts.push(verdict);
      }
      return verdicts;
    }),
  )
).flat();
progress.end();
if (flags.json) console.log(JSON.stringify(results, null, 2));
else
  for (const wire of flags.wires) {
    const of = results.filter((result) => result.wire === wire);
    console.log(`${wire}: ${of.filter((result) => result.passed).length}/${of.length}`);
  }
process.exitCode = results.every((result) => result.passed) ? 0 : 1;
