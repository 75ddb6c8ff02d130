import { syncBuiltinESMExports } from "node:module";
import workerThreads, { type WorkerOptions } from "node:worker_threads";

/**
 * Has the programs that this one forks, and its worker threads, start with the same runtime, as they do under
 * `node --import bunshim/register`: Node.js hands its own flags down, and the command line had none.
 */
export function adoptDescendants(): void {
  const flags = ["--import", new URL("./register.js", import.meta.url).href];
  process.execArgv.push(...flags);
  class Worker extends workerThreads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(file, { ...options, execArgv: options?.execArgv ?? flags });
    }
  }
  workerThreads.Worker = Worker;
  syncBuiltinESMExports();
}
