import { type ChildProcess, spawn } from "node:child_process";

/** Environment variable: the descriptor on which a watched process says that it wants to be restarted. */
export const CHANNEL = "BUNSHIM_WATCH_CHANNEL";

/** What a watched process writes there. */
export const RESTART = "restart";

/** Milliseconds that a process has for its clean-up before it is ended. */
const PATIENCE = 2_000;

const FORWARDED: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * `--watch`: runs this command line in another process, and again whenever that asks for it. Ends as that process
 * ends by itself.
 *
 * @param signal what a process gets before it is replaced
 * @see docs/runtime/watch-mode.mdx of bun-types
 */
export function supervise(signal: NodeJS.Signals, clear: () => void): void {
  let child: ChildProcess;
  const forward = (received: NodeJS.Signals): void => {
    // A terminal sends its signals to both.
    if (!(received === "SIGINT" && process.stdin.isTTY)) child.kill(received);
  };
  for (const name of FORWARDED) process.on(name, forward);

  const start = (): void => {
    let replaced = false;
    child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
      stdio: ["inherit", "inherit", "inherit", "pipe"],
      env: { ...process.env, [CHANNEL]: "3" },
    });
    const started = child;
    started.stdio[3]?.on("error", ignore).on("readable", function (this: NodeJS.ReadableStream) {
      if (this.read() === null || replaced) return;
      replaced = true;
      started.kill(signal);
      const timer = setTimeout(() => started.kill("SIGKILL"), PATIENCE);
      started.once("exit", () => clearTimeout(timer));
    });
    started.once("exit", (code, endedBy) => {
      if (replaced) {
        clear();
        start();
      } else end(code, endedBy);
    });
  };
  const end = (code: number | null, endedBy: NodeJS.Signals | null): void => {
    for (const name of FORWARDED) process.off(name, forward);
    if (endedBy === null) process.exit(code ?? 1);
    process.kill(process.pid, endedBy);
  };
  start();
}

function ignore(): void {}
