import { syncBuiltinESMExports } from "node:module";
import { fileURLToPath } from "node:url";
import workerThreads, { type WorkerOptions } from "node:worker_threads";
import { setRunner } from "../bun/spawn/runner.js";

/**
 * Has the programs that this one forks, and its worker threads, start with the same runtime, as they do under
 * `node --import bunshim/register`: Node.js hands its own flags down, and the command line had none.
 */
export function adoptDescendants(): void {
  const flags = runtimeFlags();
  process.execArgv.push(...flags);
  class Worker extends workerThreads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(file, { ...options, execArgv: options?.execArgv ?? flags });
    }
  }
  workerThreads.Worker = Worker;
  syncBuiltinESMExports();
}

/** Has `Bun.spawn(["bun", …])` start programs with this runtime, where there is no Bun. */
export function adoptSpawned(): void {
  const commandLine = fileURLToPath(new URL("./cli.js", import.meta.url));
  setRunner({ command: [process.execPath, commandLine], flags: runtimeFlags() });
}

function runtimeFlags(): string[] {
  return ["--import", new URL("./register.js", import.meta.url).href];
}
