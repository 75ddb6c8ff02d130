import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Pair } from "../../compat/suite/engines.js";
import { readPairs, recordPath, renewEngineTable, writePair } from "../../compat/suite/engines.js";
import { page, pageOnDisk } from "../../compat/suite/ledger.js";
import { read } from "./enter.js";
import { CHECKOUT, ROOT } from "./layout.js";
import { ensureNode } from "./node-version.js";
import type { EngineReport } from "./pair.js";
import { runPair } from "./pair.js";
import { fail } from "./progress.js";
import { requireRoot } from "./require-root.js";
import { ensureRoot } from "./root.js";
import { run } from "./run-command.js";

const MAJORS = ["20", "22", "24", "26"];
const SYSTEMS = ["host", "debian13"];

const HELP = `Prints which engine each Node.js loads, on this machine's system and in Debian 13. Every cell is the
result of a run: the engine was loaded and served a request.

  npm run engines -- [--node MAJOR,...] [--on host,debian13] [--record]

  --node MAJOR,...   only these Node.js versions (default ${MAJORS.join(",")})
  --on SYSTEM,...    only on these systems (default ${SYSTEMS.join(",")})
  --record           run the tests and a sample of the cases in each place, too, and write the results to
                     compat/engines.json and COMPATIBILITY.md: about two minutes per place
  --help             show this text
`;
const PROGRAM = ["node", "--import", "tsx", "scripts/debian13/engine.ts"];

const { values } = parse(process.argv.slice(2));
if (values.help) process.stdout.write(HELP);
else printMatrix(chosen("--node", values.node, MAJORS), chosen("--on", values.on, SYSTEMS), values.record);

function printMatrix(majors: string[], on: string[], record: boolean): void {
  requireRoot();
  ensureRoot();
  const systems = on.map((name) => ({
    host: name === "host",
    name: systemName(name === "host" ? "" : ROOT),
  }));
  console.log(`| Node.js | ${systems.map(({ name }) => name).join(" | ")} |`);
  console.log(`|---|${"---|".repeat(systems.length)}`);
  const reasons: string[] = [];
  for (const major of majors) {
    ensureNode(major);
    const reports = systems.map(({ name, host }) => {
      const report: EngineReport = JSON.parse(read({ major, host }, PROGRAM));
      reasons.push(...report.refusals.map((refusal) => `${name}, Node.js ${major}: ${refusal}`));
      if (record) keep(runPair({ major, host }, name, report));
      return report;
    });
    const texts = reports.map(({ version, milliseconds }) =>
      version === null ? "node:http" : `uWebSockets.js ${version} (${milliseconds.toFixed(1)} ms)`,
    );
    console.log(`| ${reports[0]?.node} | ${texts.join(" | ")} |`);
  }
  console.log();
  for (const reason of reasons) console.log(`- ${reason}`);
}

function keep(pair: Pair): void {
  writePair(pair);
  run(join(CHECKOUT, "node_modules/.bin/biome"), ["format", "--write", recordPath], { cwd: CHECKOUT });
  const text = pageOnDisk();
  if (text !== undefined) writeFileSync(page, renewEngineTable(text, readPairs()));
}

function systemName(root: string): string {
  const release = readFileSync(join(root, "/etc/os-release"), "utf8");
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? "this system";
}

/** The choices among all that there are, in their order; the flag's name is for the error. */
function chosen(flag: string, given: string | undefined, all: string[]): string[] {
  const names = given?.split(",") ?? all;
  for (const name of names)
    if (!all.includes(name)) fail(`${flag}: ${name} is none of ${all.join(", ")}; --help shows how`);
  return all.filter((name) => names.includes(name));
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        node: { type: "string" },
        on: { type: "string" },
        record: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}; --help shows how`);
  }
}
