import { describe, expect, it } from "vitest";
import type { Result } from "../../compat/suite/case-run.js";
import { readDirectives } from "../../compat/suite/cases.js";
import { readLedger } from "../../compat/suite/ledger.js";
import { writePage } from "../../compat/suite/report.js";
import { judgeRun, summary } from "../../compat/suite/verdict.js";

const result = (id: string, wire: Result["wire"], passed: boolean): Result => ({
  id,
  area: "server",
  wire,
  passed,
  detail: "",
});
const one = {
  id: "server/stop",
  area: "server",
  file: "/x/stop.ts",
  ...readDirectives("// @covers Server.stop\n"),
};
const page = (results: Result[]): string =>
  writePage({ bunVersion: "1", cases: [one], blocks: [], results, pairs: [] });

describe("judgeRun", () => {
  const before = page([result("server/stop", "uws", true), result("server/stop", "node", false)]);

  it("fails when something green turned red", () => {
    const verdict = judgeRun(
      [result("server/stop", "uws", false), result("server/stop", "node", false)],
      before,
    );
    expect(verdict.failed).toBe(true);
    expect(verdict.reasons).toEqual(["turned red: server/stop [uws]"]);
  });

  it("fails when something new is red", () => {
    expect(judgeRun([result("server/new", "uws", false)], before).failed).toBe(true);
    expect(judgeRun([result("server/new", "uws", false)], undefined).failed).toBe(true);
  });

  it("passes while only what is known to be open is red", () => {
    expect(
      judgeRun([result("server/stop", "uws", true), result("server/stop", "node", false)], before).failed,
    ).toBe(false);
  });
});

describe("readLedger", () => {
  it("reads back the rows and the open ones", () => {
    const { open, green } = readLedger(
      page([result("server/stop", "uws", true), result("server/stop", "node", false)]),
    );
    expect([...open]).toEqual(["server/stop node"]);
    expect(green).toContain("Server.stop uws");
    expect(green).not.toContain("Server.stop node");
    expect(green).toContain("server/stop uws");
  });
});

describe("summary", () => {
  it("counts by area and wire", () => {
    expect(
      summary([
        result("server/a", "uws", true),
        result("server/b", "uws", false),
        result("server/a", "node", true),
      ]),
    ).toEqual(["cases: server  uws 1/2  node 1/1", "all            uws 1/2  node 1/1"]);
  });
});
