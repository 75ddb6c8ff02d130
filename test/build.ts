import { execFileSync } from "node:child_process";

/** Runs once before all tests: those of the command line start programs with dist/. */
export function setup(): void {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-stale"], { stdio: "inherit" });
}
