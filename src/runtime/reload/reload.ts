import { Socket } from "node:net";
import { keepServers } from "../../serve/kept-servers.js";
import { forgetModules } from "../commonjs.js";
import { surviveFailures } from "../failure.js";
import { FileWatcher } from "./file-watcher.js";
import { followLoads, nextReload } from "./loaded-files.js";
import { CHANNEL, RESTART } from "./supervisor.js";

/**
 * `--hot`: when a file of the program changes, the program is evaluated again in the same process. What it keeps
 * at `globalThis` stays, and `Bun.serve` gives the running server new handlers. Errors are printed, and wait for
 * the next change.
 *
 * @param evaluate loads and runs the program
 * @see docs/runtime/watch-mode.mdx of bun-types
 */
export function reloadInPlace(evaluate: () => void, clear: () => void): void {
  surviveFailures();
  keepServers();
  follow(() => {
    clear();
    nextReload();
    forgetModules();
    evaluate();
  });
}

/**
 * `--watch`, in the process that runs the program: when a file of it changes, the supervisor is asked for another
 * process. The program's own end is not that of the process, unless it says so by `process.exit`.
 */
export function reloadByRestart(): void {
  surviveFailures();
  const channel = new Socket({ fd: Number(process.env[CHANNEL]) });
  Reflect.deleteProperty(process.env, CHANNEL);
  channel.on("error", ignore);
  // Nobody is left to restart it.
  channel.on("close", () => process.exit());
  channel.resume();
  follow(() => channel.write(RESTART));
}

function follow(changed: () => void): void {
  const watcher = new FileWatcher(changed);
  followLoads(new Int32Array(new SharedArrayBuffer(4)), (path) => watcher.add(path));
}

function ignore(): void {}
