import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Wire } from "./runtimes.js";
import { root, wires } from "./runtimes.js";

/** How many passed, of how many. */
export interface Count {
  passed: number;
  total: number;
}

/** What was seen with one Node.js on one system. */
export interface Pair {
  /** `Debian GNU/Linux 13 (trixie)`. */
  system: string;
  /** Version of the C library, which decides what engines load: `2.41`. */
  glibc: string;
  /** Version of Node.js: `24.21.0`. */
  node: string;
  /** Version of the uWebSockets.js that loads and serves; `null` where none does. */
  engine: string | null;
  /** Versions of what was compared. */
  bunshim: string;
  bun: string;
  /** The day, UTC: `2026-11-20`. */
  recorded: string;
  tests: Count;
  /** Cases by area and wire; no `uws` where no engine loads. */
  cases: Record<string, Partial<Record<Wire, Count>>>;
  /** Names of the tests and cases that did not pass. */
  failed: string[];
}

/** The folders of tests that a pair runs. */
export const testFolders = ["test/wire", "test/serve", "test/web"];

/** The areas of cases that a pair runs: those where an engine or a Node.js could make a difference. */
export const areas = ["server", "replies", "routes", "bodies", "websocket", "tls"];

/** The committed record of runs; `npm run engines -- --record` writes it. */
export const recordPath = path.join(root, "compat/engines.json");

/** Reads the record; empty before there is one. */
export function readPairs(file = recordPath): Pair[] {
  if (!existsSync(file)) return [];
  const record: { pairs: Pair[] } = JSON.parse(readFileSync(file, "utf8"));
  return record.pairs;
}

/** Writes a pair down in place of what was known of the same Node.js major on the same system. */
export function writePair(pair: Pair, file = recordPath): void {
  const key = ({ system, node }: Pair): string => `${system} ${major(node)}`;
  const pairs = [...readPairs(file).filter((one) => key(one) !== key(pair)), pair].sort((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
  writeFileSync(file, `${JSON.stringify({ pairs }, null, 2)}\n`);
}

/**
 * The part of the page about pairs. It is made from the record alone: a run of the suite neither changes it
 * nor finds it stale.
 */
export function engineTable(pairs: Pair[]): string[] {
  if (pairs.length === 0) return [];
  const lines = [
    "## Engines",
    "",
    `What each Node.js gets on each system: the engine that loads there, the tests of ${testFolders.map((folder) => `\`${folder}\``).join(", ")}, and the cases of the areas ${areas.join(", ")}. Recorded by \`npm run engines -- --record\`.`,
    "",
    `| system | Node.js | engine | tests | ${wires.map((wire) => `cases: ${wire}`).join(" | ")} | recorded |`,
    `|---|---|---|---|${"---|".repeat(wires.length)}---|`,
  ];
  for (const pair of pairs) {
    const cells = [
      `${pair.system}, glibc ${pair.glibc}`,
      pair.node,
      pair.engine === null ? "none, the node wire serves" : `uWebSockets.js ${pair.engine}`,
      fraction(pair.tests),
      ...wires.map((wire) => {
        const counts = Object.values(pair.cases).flatMap((byWire) => byWire[wire] ?? []);
        return counts.length === 0 ? "—" : fraction(sum(counts));
      }),
      `${pair.recorded}, bunshim ${pair.bunshim}, Bun ${pair.bun}`,
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  lines.push("");
  const failures = pairs.flatMap((pair) =>
    pair.failed.map((name) => `- ${pair.system}, Node.js ${pair.node}: ${name}`),
  );
  if (failures.length > 0) lines.push("Did not pass:", "", ...failures, "");
  return lines;
}

/** A page with the part about pairs renewed, so that a new record alone does not make the page stale. */
export function renewEngineTable(page: string, pairs: Pair[]): string {
  const members = page.indexOf("## Members\n");
  if (members === -1) return page;
  const old = page.indexOf("## Engines\n");
  const start = old === -1 ? members : old;
  return (
    page.slice(0, start) +
    engineTable(pairs)
      .map((line) => `${line}\n`)
      .join("") +
    page.slice(members)
  );
}

function sum(counts: Count[]): Count {
  return counts.reduce((all, one) => ({ passed: all.passed + one.passed, total: all.total + one.total }), {
    passed: 0,
    total: 0,
  });
}

function fraction({ passed, total }: Count): string {
  return `${passed}/${total}`;
}

function major(version: string): string {
  return version.split(".", 1)[0] ?? "";
}
