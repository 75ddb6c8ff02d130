import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CaseSettings, Result } from "./suite/case-run.js";
import { expectation } from "./suite/case-run.js";
import { findCases } from "./suite/cases.js";
import { readPairs } from "./suite/engines.js";
import type { Flags } from "./suite/flags.js";
import { readFlags, usage } from "./suite/flags.js";
import { committedPage, page, pageOnDisk } from "./suite/ledger.js";
import { pool } from "./suite/pool.js";
import { Progress } from "./suite/progress.js";
import { writePage } from "./suite/report.js";
import { caseTasks } from "./suite/run-cases.js";
import { bunDocuments, documentTasks, markdownFiles, staleEntries } from "./suite/run-documents.js";
import { bunVersion, preloaded, reference, root, wires } from "./suite/runtimes.js";
import { judgeRun, summary } from "./suite/verdict.js";

let flags: Flags;
try {
  flags = readFlags(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
if (flags.help) {
  console.log(usage);
  process.exit(0);
}
if (!flags.bunOnly && !existsSync(path.join(root, "dist/cli.js"))) {
  console.error("dist/cli.js is not there: run npm run build first.");
  process.exit(2);
}

const version = bunVersion();
const settings: CaseSettings = {
  reference: reference(preloaded(flags.transport)),
  referenceVersion: version,
  transport: flags.transport,
  cache: flags.cache,
  record: flags.record,
};
const wanted = (id: string, area: string): boolean =>
  (flags.areas.length === 0 || flags.areas.includes(area)) &&
  (flags.cases.length === 0 || flags.cases.some((text) => id.includes(text)));
const everyBlock = flags.documents ? markdownFiles(flags.documents) : bunDocuments();
const inShard = (_: unknown, at: number): boolean => at % flags.shard.of === flags.shard.index - 1;
const chosen = flags.documents
  ? []
  : findCases(flags.transport)
      .filter((one) => wanted(one.id, one.area))
      .filter(inShard);
const cases = chosen.filter((one) => !one.staysOff.has(flags.transport));
// The examples choose their own ports and schemes: only the cases can be moved to another transport.
const blocks =
  flags.transport === "tcp" ? everyBlock.filter(({ block }) => wanted(block.id, "docs")).filter(inShard) : [];

if (flags.bunOnly) {
  for (const one of cases) {
    const { transcript, stderr } = await expectation(one, settings);
    console.log(`=== ${one.id}\n${transcript}${stderr ? `--- stderr\n${stderr}` : ""}`);
  }
  process.exit(0);
}

const progress = new Progress((cases.length + blocks.length) * flags.wires.length, flags.json);
const add = (result: Result): void => progress.add(result);
const results = (
  await pool(flags.jobs, [
    ...documentTasks(blocks, { wires: flags.wires, node: flags.node, version, cache: flags.cache }, add),
    ...caseTasks(cases, flags.wires, flags.node, settings, add),
  ])
).flat();
progress.end();

if (flags.json) console.log(JSON.stringify(results, null, 2));
else {
  if (flags.documents)
    for (const result of results)
      console.log(
        `${result.passed ? "✓" : "✗"} ${result.id} [${result.wire}]${result.passed && result.detail ? `: ${result.detail}` : ""}`,
      );
  for (const line of summary(results)) console.log(line);
}

if (!flags.json && flags.transport !== "tcp") {
  const leftOut = (what: string, why: string): void =>
    console.log(`left out over ${flags.transport}: ${what} (${why})`);
  for (const one of chosen) {
    const why = one.staysOff.get(flags.transport);
    if (why !== undefined) leftOut(one.id, why);
  }
  const examples = everyBlock.filter(({ block }) => wanted(block.id, "docs")).length;
  if (examples > 0) leftOut(`${examples} examples of documents`, "they name their own ports and schemes");
}

const isWhole =
  flags.documents === undefined &&
  flags.areas.length + flags.cases.length === 0 &&
  flags.shard.of === 1 &&
  flags.wires.length === wires.length &&
  flags.transport === "tcp";
const { failed, reasons } = judgeRun(results, flags.documents === undefined ? committedPage() : undefined);
let exitCode = failed ? 1 : 0;
for (const reason of reasons) console.error(reason);
if (isWhole) {
  for (const id of staleEntries(everyBlock)) {
    console.error(`compat/docs/manifest.ts speaks of a block that is gone: ${id}`);
    exitCode = 1;
  }
  const text = writePage({
    bunVersion: version,
    cases,
    blocks: blocks.map(({ block, entry }) => ({
      ...block,
      fragment: entry?.fragment,
      refused: [...new Set(Object.values(entry?.refused ?? {}).map((one) => one.difference))],
    })),
    results,
    pairs: readPairs(),
  });
  if (!flags.check) writeFileSync(page, text);
  else if (pageOnDisk() !== text) {
    console.error("COMPATIBILITY.md is stale: run npm run compat and commit it.");
    exitCode = 1;
  }
}
process.exit(exitCode);
