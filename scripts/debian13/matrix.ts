/*
 * Prints which engine each Node.js loads, on this machine's system and in Debian 13. Every cell is the result
 * of a run: the engine was loaded and served a request.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "./enter.js";
import { ROOT } from "./layout.js";
import { ensureNode } from "./node-version.js";
import { requireRoot } from "./require-root.js";
import { ensureRoot } from "./root.js";

interface Cell {
  node: string;
  version: string | null;
  refusals: string[];
  milliseconds: number;
}

const MAJORS = ["20", "22", "24", "26"];
const PROGRAM = ["node", "--import", "tsx", "scripts/debian13/engine.ts"];

requireRoot();
ensureRoot();
const systems = [
  { name: systemName(""), host: true },
  { name: systemName(ROOT), host: false },
];
console.log(`| Node.js | ${systems.map(({ name }) => name).join(" | ")} |`);
console.log(`|---|${"---|".repeat(systems.length)}`);
const reasons: string[] = [];
for (const major of MAJORS) {
  ensureNode(major);
  const cells = systems.map(({ name, host }) => {
    const cell: Cell = JSON.parse(read({ major, host }, PROGRAM));
    reasons.push(...cell.refusals.map((refusal) => `${name}, Node.js ${major}: ${refusal}`));
    return cell;
  });
  const texts = cells.map(({ version, milliseconds }) =>
    version === null ? "node:http" : `uWebSockets.js ${version} (${milliseconds.toFixed(1)} ms)`,
  );
  console.log(`| ${cells[0]?.node} | ${texts.join(" | ")} |`);
}
console.log();
for (const reason of reasons) console.log(`- ${reason}`);

function systemName(root: string): string {
  const release = readFileSync(join(root, "/etc/os-release"), "utf8");
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? "this system";
}
