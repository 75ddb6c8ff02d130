import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { chart } from "../../scripts/bench/chart.js";
import type { Machine } from "../../scripts/bench/machine.js";
import type { Measurement, Row } from "../../scripts/bench/rounds.js";
import { ratio, spread } from "../../scripts/bench/statistics.js";
import { milliseconds } from "../../scripts/bench/tool.js";

const machine: Machine = {
  processor: "A & B <1>",
  cores: 2,
  system: "Linux",
  bunshim: "1.0.0",
  node: "20.19.0",
  engine: "none",
  bun: "1.4.4",
};

function row(contender: string, cpu: number): Row {
  const same = spread([cpu]);
  return {
    contender,
    title: contender,
    cpu: same,
    requestsPerSecond: same,
    p99: same,
    resident: 0,
    ratio: same,
  };
}

function measurement(title: string, rows: Row[]): Measurement {
  return { workload: title, title, unit: "request", rows };
}

describe("npm run bench", () => {
  function bench(...args: string[]) {
    return spawnSync(process.execPath, ["--import", "tsx", "scripts/bench/run.ts", ...args], {
      encoding: "utf8",
    });
  }

  it("refuses what it does not know, in one line", () => {
    for (const args of [["--workload", "nothing"], ["--rounds", "0"], ["--fast"]]) {
      const { status, stdout, stderr } = bench(...args);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^bench: .*\n$/);
    }
  });

  it("names its workloads", () => {
    const { status, stdout } = bench("--help");
    expect(status).toBe(0);
    for (const name of ["post-json", "ws-broadcast", "idle-sockets", "release"]) {
      expect(stdout).toContain(name);
    }
  });
});

describe("spread", () => {
  it("has no median of nothing, and leaves out what is no number", () => {
    expect(spread([]).median).toBeNaN();
    expect(spread([Number.NaN, 3, 1, 2, 10])).toEqual({ median: 2.5, min: 1, max: 10 });
  });
});

describe("ratio", () => {
  it("compares round by round", () => {
    expect(ratio([2, 20], [1, 10])).toEqual({ median: 2, min: 2, max: 2 });
  });
});

describe("milliseconds", () => {
  it("reads what load generators print", () => {
    expect(milliseconds("what")).toBeNaN();
    expect([milliseconds("200us"), milliseconds("1.5ms"), milliseconds("2s")]).toEqual([0.2, 1.5, 2000]);
  });
});

describe("chart", () => {
  it("leaves out what Bun was not measured at", () => {
    expect(chart([measurement("Alone", [row("bunshim", 1)])], machine)).not.toContain("Alone");
  });

  it("shows values as multiples of Bun's, and escapes text", () => {
    const svg = chart([measurement("Hello & <co>", [row("bunshim", 3), row("bun", 2)])], machine);
    expect(svg).toContain("1.50× · 3.0 µs");
    expect(svg).toContain("Hello &amp; &lt;co>");
    expect(svg).toContain("A &amp; B &lt;1>");
  });
});
