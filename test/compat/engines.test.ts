import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Pair } from "../../compat/suite/engines.js";
import { areas, engineTable, readPairs, renewEngineTable, writePair } from "../../compat/suite/engines.js";
import { readLedger } from "../../compat/suite/ledger.js";
import { writePage } from "../../compat/suite/report.js";

const pair: Pair = {
  system: "Debian GNU/Linux 13 (trixie)",
  glibc: "2.41",
  node: "24.1.0",
  engine: "20.69.0",
  bunshim: "0.1.0",
  bun: "1.4.4",
  recorded: "2026-11-20",
  tests: { passed: 12, total: 12 },
  cases: {
    server: { uws: { passed: 3, total: 4 }, node: { passed: 4, total: 4 } },
    tls: { uws: { passed: 2, total: 2 }, node: { passed: 1, total: 2 } },
  },
  failed: [],
};

describe("engineTable", () => {
  it("is absent without a record", () => {
    expect(engineTable([])).toEqual([]);
  });

  it("names what did not pass, and where", () => {
    const lines = engineTable([{ ...pair, failed: ["case server/stop on uws"] }]);
    expect(lines).toContain("- Debian GNU/Linux 13 (trixie), Node.js 24.1.0: case server/stop on uws");
  });

  it("says so when no engine loads, and counts no cases of its wire", () => {
    const cases = { server: { node: { passed: 4, total: 4 } } };
    const row = engineTable([{ ...pair, engine: null, cases }]).find((line) => line.includes("trixie"));
    expect(row).toContain("| none, the node wire serves | 12/12 | — | 4/4 |");
  });

  it("shows versions, date, tests, and the cases of all areas per wire", () => {
    const row = engineTable([pair]).find((line) => line.includes("trixie"));
    expect(row).toBe(
      "| Debian GNU/Linux 13 (trixie), glibc 2.41 | 24.1.0 | uWebSockets.js 20.69.0 | 12/12 | 5/6 | 5/6 | 2026-11-20, bunshim 0.1.0, Bun 1.4.4 |",
    );
  });
});

const page = (pairs: Pair[]): string =>
  writePage({ bunVersion: "1.4.4", cases: [], blocks: [], results: [], pairs });

describe("writePage", () => {
  it("shows the pairs between the totals and the members", () => {
    const sections = [...page([pair]).matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect(sections.slice(0, 3)).toEqual(["Totals", "Engines", "Members"]);
  });

  it("keeps the pairs out of the ledger", () => {
    const failed = ["case server/stop on uws"];
    expect(readLedger(page([{ ...pair, failed }]))).toEqual(readLedger(page([])));
  });
});

describe("renewEngineTable", () => {
  it("gives what a whole run would write", () => {
    const newer: Pair = { ...pair, node: "24.2.0" };
    expect(renewEngineTable(page([]), [pair])).toBe(page([pair]));
    expect(renewEngineTable(page([pair]), [newer])).toBe(page([newer]));
    expect(renewEngineTable(page([pair]), [])).toBe(page([]));
  });

  it("leaves a text that is no such page alone", () => {
    expect(renewEngineTable("# Else\n", [pair])).toBe("# Else\n");
  });
});

describe("writePair", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "engines-"));
    file = path.join(folder, "engines.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("replaces the same major on the same system, and keeps the others in order", () => {
    const others: Pair[] = [
      { ...pair, node: "26.0.0" },
      { ...pair, system: "Debian GNU/Linux 12 (bookworm)" },
    ];
    const newer: Pair = { ...pair, node: "24.2.0" };
    for (const one of [pair, ...others, newer]) writePair(one, file);
    expect(readPairs(file)).toEqual([others[1], newer, others[0]]);
  });
});

describe("the record", () => {
  const pairs = readPairs();

  it("holds the same areas for every pair", () => {
    expect(pairs).not.toEqual([]);
    for (const { system, node, cases } of pairs)
      expect(Object.keys(cases), `${system}, Node.js ${node}`).toEqual(areas);
  });

  it("names everything that did not pass", () => {
    for (const { system, node, tests, cases, failed } of pairs) {
      const counts = [tests, ...Object.values(cases).flatMap((byWire) => Object.values(byWire))];
      const missing = counts.reduce((sum, { passed, total }) => sum + total - passed, 0);
      expect(failed.length, `${system}, Node.js ${node}`).toBe(missing);
    }
  });
});
