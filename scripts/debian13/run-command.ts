import { spawnSync } from "node:child_process";
import { fail } from "./progress.js";

/** Runs a step quietly; when it fails, shows what it wrote and ends the script. */
export function run(program: string, args: readonly string[], options: { cwd?: string } = {}): void {
  const { error, status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: "utf8" });
  if (error !== undefined) fail(`cannot run ${program}: ${error.message}`);
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    fail(`${program} ${args.join(" ")} failed`);
  }
}
