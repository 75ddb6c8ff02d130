import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../../compat/suite/case-run.js";
import type { Count, Pair } from "../../compat/suite/engines.js";
import { areas, testFolders } from "../../compat/suite/engines.js";
import type { Wire } from "../../compat/suite/runtimes.js";
import { bunVersion, wires } from "../../compat/suite/runtimes.js";
import type { Place } from "./enter.js";
import { capture, enter } from "./enter.js";
import { CHECKOUT } from "./layout.js";
import { fail, progress } from "./progress.js";

/** What a place itself said of its engine. */
export interface EngineReport {
  node: string;
  glibc: string;
  version: string | null;
  refusals: string[];
  milliseconds: number;
}

/** Where the tests leave their results, relative to the checkout, which is another path inside. */
const TEST_RESULTS = ".cache/engines/tests.json";

/** What of vitest's JSON report counts here. */
interface TestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Runs the tests and the sampled cases in a place: about two minutes. */
export function runPair(place: Place, system: string, report: EngineReport): Pair {
  const title = `Node.js ${report.node} on ${system}`;
  progress(`${title}: tests`);
  const { tests, failed } = runTests(place);
  progress(`${title}: tests ${tests.passed}/${tests.total}`);
  const cases: Pair["cases"] = {};
  const served: readonly Wire[] = report.version === null ? ["node"] : wires;
  for (const [at, area] of areas.entries()) {
    const results = runArea(place, area, served);
    const counts = served.map((wire): [Wire, Count] => {
      const own = results.filter((result) => result.wire === wire);
      return [wire, { passed: own.filter((result) => result.passed).length, total: own.length }];
    });
    cases[area] = Object.fromEntries(counts);
    for (const { id, wire, passed, detail } of results) {
      if (passed) continue;
      failed.push(`case ${id} on ${wire}`);
      progress(`case ${id} on ${wire}\n${detail}`);
    }
    const texts = counts.map(([wire, { passed, total }]) => `${wire} ${passed}/${total}`);
    progress(`${title}: cases ${at + 1}/${areas.length}, ${area}: ${texts.join(", ")}`);
  }
  const manifest: { version: string } = JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8"));
  return {
    system,
    glibc: report.glibc,
    node: report.node.slice(1),
    engine: report.version,
    bunshim: manifest.version,
    bun: bunVersion(),
    recorded: new Date().toISOString().slice(0, 10),
    tests,
    cases,
    failed,
  };
}

function runTests(place: Place): { tests: Count; failed: string[] } {
  const file = join(CHECKOUT, TEST_RESULTS);
  mkdirSync(join(file, ".."), { recursive: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${TEST_RESULTS}`];
  const status = enter(place, ["npx", "vitest", "run", ...testFolders, ...reporters]);
  const report: TestReport = JSON.parse(readFileSync(file, "utf8"));
  const failed: string[] = [];
  for (const { name, status: whole, assertionResults } of report.testResults) {
    const shown = name.slice(name.indexOf("/test/") + 1);
    const own = assertionResults.filter((one) => one.status === "failed");
    for (const { fullName } of own) failed.push(`test ${shown}: ${fullName}`);
    // A file that does not even load has no tests that could fail.
    if (whole === "failed" && own.length === 0) failed.push(`test ${shown}`);
  }
  if (status !== 0 && failed.length === 0) fail(`vitest ended with status ${status} and names no test`);
  const passed = report.numPassedTests;
  return { tests: { passed, total: passed + failed.length }, failed };
}

function runArea(place: Place, area: string, served: readonly Wire[]): Result[] {
  const chosen = ["--json", "--area", area, "--wire", served.join(",")];
  const { status, stdout } = capture(place, ["npx", "tsx", "compat/run.ts", ...chosen]);
  // 1 says that a case turned red, which is a result as well.
  if (status > 1) fail(`the cases of ${area} ended with status ${status}`);
  return JSON.parse(stdout);
}
