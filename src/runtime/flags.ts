import { type ParseArgsConfig, parseArgs } from "node:util";

/** A command line that makes no sense; the message is one line for the user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Flags that do something here. */
const OWN = {
  port: { type: "string" },
  "env-file": { type: "string", multiple: true },
  "no-env-file": { type: "boolean" },
  cwd: { type: "string" },
  eval: { type: "string", short: "e" },
  print: { type: "string", short: "p" },
  preload: { type: "string", short: "r", multiple: true },
  require: { type: "string", multiple: true },
  import: { type: "string", multiple: true },
  hot: { type: "boolean" },
  watch: { type: "boolean" },
  "no-clear-screen": { type: "boolean" },
  "watch-kill-signal": { type: "string" },
  console: { type: "boolean" },
  "console-depth": { type: "string" },
  "if-present": { type: "boolean" },
  silent: { type: "boolean" },
  title: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/**
 * Flags of Bun that tune what this runtime does not have (its engine, its installer, its cache): taken, so that
 * the scripts that hold them run, and without effect.
 */
const WITHOUT_EFFECT = {
  bun: { type: "boolean", short: "b" },
  smol: { type: "boolean" },
  install: { type: "string" },
  "no-install": { type: "boolean" },
  "prefer-offline": { type: "boolean" },
  "prefer-latest": { type: "boolean" },
  "no-macros": { type: "boolean" },
  "elide-lines": { type: "string" },
  "fetch-preconnect": { type: "string" },
  "redis-preconnect": { type: "boolean" },
  "sql-preconnect": { type: "boolean" },
  "ignore-dce-annotations": { type: "boolean" },
  "jsx-side-effects": { type: "boolean" },
} as const;

const OPTIONS = { ...OWN, ...WITHOUT_EFFECT } satisfies ParseArgsConfig["options"];

/** The values of the flags that stand in front of the program. */
export function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const [line = "wrong flags"] = error instanceof Error ? error.message.split(/\.? To specify|\n/, 1) : [];
    throw new UsageError(line);
  }
}

const VALUED: ReadonlySet<string> = new Set(
  Object.entries(OPTIONS).flatMap(([name, option]) => {
    if (option.type !== "string") return [];
    return "short" in option ? [`--${name}`, `-${option.short}`] : [`--${name}`];
  }),
);

/** Whether the argument behind this one is its value. */
export function takesValue(arg: string): boolean {
  return VALUED.has(arg);
}
