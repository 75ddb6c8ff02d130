import { isatty } from "node:tty";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The version of Bun whose behaviour this is. */
export const version = "1.4.4";

/** The commit of that version. */
export const revision = "38afee6c84fcf48c0edb2466aa4b27d287a59c30";

/** Both in one line. */
export const version_with_sha = `v${version} (${revision.slice(0, 9)})`;

const started = process.hrtime.bigint() - BigInt(Math.round(process.uptime() * 1e9));

/**
 * Nanoseconds since the process started.
 * @see https://bun.sh/docs/api/utils#bun-nanoseconds
 */
export function nanoseconds(): number {
  return Number(process.hrtime.bigint() - started);
}

/** The environment: the same object as `process.env`. */
export const env: NodeJS.ProcessEnv = process.env;

/** The same array as `process.argv`. */
export const argv: string[] = process.argv;

/** The program that was started, as an absolute path; empty where there is none (`node -e`, the REPL). */
export const main: string = argv[1] ?? "";

/** The working directory at start. */
export const cwd: string = process.cwd();

/** Empty, as in Bun outside a browser-like context. */
export const origin = "";

/** Whether colours belong on standard output: `FORCE_COLOR`, then `NO_COLOR`, then whether it is a terminal. */
export const enableANSIColors: boolean = ansiColors();

function ansiColors(): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return isatty(1);
}

let collect: (() => void) | undefined;

/**
 * Collects garbage.
 *
 * @param force true: now and completely; else the engine is left to decide
 * @returns bytes in use on the heap
 */
export function gc(force?: boolean): number {
  if (force === true) {
    collect ??= garbageCollector();
    collect();
  }
  return process.memoryUsage().heapUsed;
}

/** V8 gives its collector to contexts made after the flag was set: no global has to change. */
function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const found: unknown = runInNewContext("gc");
  return typeof found === "function" ? () => Reflect.apply(found, undefined, []) : () => {};
}

/** Files inside of an executable that Bun built: none. */
export const embeddedFiles: readonly Blob[] = [];

/** Whether this is an executable that Bun built. */
export const isStandaloneExecutable = false;
