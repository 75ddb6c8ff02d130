import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

/** One process to run to its end. */
export interface Program {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  /** Milliseconds until it is killed. */
  limit: number;
}

/** What a process left behind. */
export interface Outcome {
  stdout: string;
  stderr: string;
  /** Exit code, or the name of the signal that ended it. */
  code: number | string;
  timedOut: boolean;
}

const alive = new Set<ChildProcess>();

/** Kills a process and everything it started: each child leads its own process group. */
export function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
}

/** Kills whatever is still running. */
export function killAll(): void {
  for (const child of alive) kill(child);
}

process.on("exit", killAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    killAll();
    process.exit(130);
  });

/** Starts a process whose output is collected; it is registered so that it cannot outlive this one. */
export function start(program: Program): { child: ChildProcess; outcome: Promise<Outcome> } {
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: { ...process.env, ...program.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  alive.add(child);
  let stdout = "";
  let stderr = "";
  let timedOut = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const timer = setTimeout(() => {
    timedOut = true;
    kill(child);
  }, program.limit);
  const outcome = new Promise<Outcome>((resolve) => {
    let exited: number | string = "not started";
    child.on("error", (error) => {
      clearTimeout(timer);
      alive.delete(child);
      resolve({ stdout, stderr: `${stderr}${error.message}\n`, code: "not started", timedOut });
    });
    child.on("exit", (code, signal) => {
      exited = code ?? signal ?? "unknown";
      // Grandchildren may hold the pipes open; nobody waits for them.
      kill(child);
    });
    child.on("close", () => {
      clearTimeout(timer);
      alive.delete(child);
      resolve({ stdout, stderr, code: exited, timedOut });
    });
  });
  return { child, outcome };
}

/** Runs a process to its end. */
export function run(program: Program): Promise<Outcome> {
  return start(program).outcome;
}
