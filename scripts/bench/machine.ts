import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, release } from "node:os";
import { join } from "node:path";
import { loadEngine } from "../../src/wire/uws/engine.js";
import { BUN } from "./contenders.js";
import { CHECKOUT } from "./paths.js";

/** On what, and of what, the numbers are. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  readonly bunshim: string;
  readonly node: string;
  readonly engine: string;
  readonly bun: string;
}

export function describeMachine(): Machine {
  const manifest: { version: string } = JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8"));
  const git = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: CHECKOUT, encoding: "utf8" });
  const engine = loadEngine();
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    system: `Linux ${release()}`,
    bunshim: git.status === 0 ? `${manifest.version} (${git.stdout.trim()})` : manifest.version,
    node: process.versions.node,
    engine: engine.uws === null ? "none" : `uWebSockets.js ${engine.version}`,
    bun: existsSync(BUN) ? execFileSync(BUN, ["--version"], { encoding: "utf8" }).trim() : "not installed",
  };
}

/** Why nothing can be measured here; undefined where everything is there. */
export function missingTool(): string | undefined {
  if (process.platform !== "linux") return "measuring needs Linux (/proc)";
  if (availableParallelism() < 2) return "measuring needs two cores, one for the server and one for the load";
  for (const [tool, hint] of [
    ["wrk", "apt-get install wrk"],
    ["taskset", "apt-get install util-linux"],
  ] as const) {
    if (spawnSync(tool, ["--version"]).error !== undefined) return `${tool} is missing: ${hint}`;
  }
  return undefined;
}
