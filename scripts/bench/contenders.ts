import { existsSync } from "node:fs";
import { join } from "node:path";
import { LISTENERS, HANDLERS as NODE_HANDLERS } from "./baselines/node-handlers.js";
import { HANDLERS as UWS_HANDLERS } from "./baselines/uws-handlers.js";
import { CHECKOUT, UWS_BASELINE } from "./paths.js";
import type { Workload } from "./workloads.js";

/** A server that is measured. */
export interface Contender {
  readonly name: string;
  /** What it is, for tables. */
  readonly title: string;
  /** The command that serves a workload; undefined where it has no counterpart. */
  command(workload: Workload): readonly string[] | undefined;
}

const NODE = process.execPath;
const BENCH = join(CHECKOUT, "scripts/bench");
const TSX = ["--import", "tsx"];
export const BUN = join(CHECKOUT, "node_modules/bun/bin/bun.exe");
export const CLI = join(CHECKOUT, "dist/cli.js");

export function programOf(workload: Workload): string {
  return join(BENCH, "programs", `${workload.program}.ts`);
}

/** Programs that need nothing but `fetch`. */
const FETCH_ONLY = ["hello", "url", "async-json", "post-json"];

const bunshim: Contender = {
  name: "bunshim",
  title: "bunshim",
  command: (workload) => [NODE, CLI, programOf(workload)],
};

/** The one that everything is compared with. */
export const SUBJECT = bunshim;

/** The same server once more: what differs between the two is the error of the measurement. */
export const CONTROL: Contender = { ...bunshim, name: "control", title: "null control (bunshim again)" };

/** What users have: the CLI of a release that is installed elsewhere. */
export function releaseOf(version: string, cli: string): Contender {
  return {
    name: "release",
    title: `bunshim ${version}`,
    command: (workload) => [NODE, cli, programOf(workload)],
  };
}

export const RIVALS: readonly Contender[] = [
  {
    name: "bun",
    title: "Bun",
    command: (workload) => (existsSync(BUN) ? [BUN, programOf(workload)] : undefined),
  },
  {
    name: "uws",
    title: "uWebSockets.js alone",
    command: ({ program }) =>
      UWS_HANDLERS[program] === undefined ? undefined : [NODE, UWS_BASELINE, program],
  },
  {
    name: "hono",
    title: "@hono/node-server",
    command: ({ program }) =>
      FETCH_ONLY.includes(program) ? [NODE, ...TSX, join(BENCH, "baselines/hono.ts"), program] : undefined,
  },
  {
    name: "node",
    title: "node:http",
    command: ({ program }) =>
      NODE_HANDLERS[program] === undefined && !LISTENERS.includes(program)
        ? undefined
        : [NODE, ...TSX, join(BENCH, "baselines/node.ts"), program],
  },
];
