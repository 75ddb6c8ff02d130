import { constants } from "node:os";
import { readFlags, takesValue, UsageError } from "./flags.js";

/** What the user typed behind `bunshim`. */
export interface CommandLine {
  readonly command: "run" | "doctor" | "help" | "version";
  /** The file or script to run, "-" for standard input; null where none was named. */
  readonly target: string | null;
  /** Code to run instead of a file. */
  readonly code: { readonly source: string; readonly printed: boolean } | null;
  /** Whether `run` was typed: package scripts come before files then. */
  readonly explicitRun: boolean;
  /** Arguments of the program, untouched. */
  readonly rest: readonly string[];
  /** Port that `Bun.serve` takes by default. */
  readonly port: number | null;
  readonly envFiles: readonly string[];
  /** Whether to load `.env` files. */
  readonly dotenv: boolean;
  readonly directory: string | null;
  /** Modules to load before the program. */
  readonly preloads: readonly string[];
  /** What happens when a file of the program changes: a new process, or a new evaluation in the same. */
  readonly reload: "hot" | "watch" | null;
  /** Whether a reload empties the terminal. */
  readonly clearsScreen: boolean;
  /** Whether what HTML files print in the browser is wanted, where these are served without a program. */
  readonly console: boolean;
  /** Levels of objects that `console.log` shows; null where it was not said. */
  readonly consoleDepth: number | null;
  /** What a watched process gets before it is replaced. */
  readonly killSignal: NodeJS.Signals;
  /** Whether it is no error that there is no such file or script. */
  readonly optional: boolean;
  /** Whether the commands of package scripts are not printed. */
  readonly silent: boolean;
  readonly title: string | null;
}

/**
 * Reads a command line. Flags behind the file belong to the program.
 *
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const own = ownArguments(args);
  const values = readFlags(args.slice(0, own.flagsEnd).filter((_, index) => index !== own.runAt));
  const source = values.eval ?? values.print;
  const code = source === undefined ? null : { source, printed: values.eval === undefined };
  // With code, everything that is no flag belongs to the program.
  const target = code === null ? (args[own.flagsEnd] ?? null) : null;
  return {
    command: commandOf(values, target, own.runAt !== -1, code !== null),
    target,
    code,
    explicitRun: own.runAt !== -1,
    rest: withoutSeparator(args.slice(target === null ? own.flagsEnd : own.flagsEnd + 1)),
    port: values.port === undefined ? null : parsePort(values.port),
    envFiles: values["env-file"] ?? [],
    dotenv: !values["no-env-file"],
    directory: values.cwd ?? null,
    preloads: [...(values.preload ?? []), ...(values.require ?? []), ...(values.import ?? [])],
    reload: values.hot ? "hot" : values.watch ? "watch" : null,
    clearsScreen: !values["no-clear-screen"],
    console: values.console ?? false,
    consoleDepth: values["console-depth"] === undefined ? null : parseDepth(values["console-depth"]),
    killSignal: parseSignal(values["watch-kill-signal"] ?? "SIGTERM"),
    optional: values["if-present"] ?? false,
    silent: values.silent ?? false,
    title: values.title ?? null,
  };
}

function commandOf(
  { version, help }: { version?: boolean; help?: boolean },
  target: string | null,
  explicitRun: boolean,
  hasCode: boolean,
): CommandLine["command"] {
  if (version) return "version";
  if (target === "doctor" && !explicitRun) return "doctor";
  return help || (target === null && !hasCode) ? "help" : "run";
}

/** Where our flags end, and where the word `run` stands among them (-1: nowhere). */
function ownArguments(args: readonly string[]): { flagsEnd: number; runAt: number } {
  let runAt = -1;
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (takesValue(arg)) index++;
    else if (arg === "run" && runAt === -1) runAt = index;
    else if (!arg.startsWith("-") || arg === "-" || arg === "--") break;
  }
  return { flagsEnd: Math.min(index, args.length), runAt };
}

/** As Bun does: "--" right behind the file is not the program's. */
function withoutSeparator(rest: readonly string[]): readonly string[] {
  return rest[0] === "--" ? rest.slice(1) : rest;
}

function parseSignal(text: string): NodeJS.Signals {
  if (isSignal(text)) return text;
  throw new UsageError(`Unknown signal for "--watch-kill-signal": ${text}`);
}

function isSignal(text: string): text is NodeJS.Signals {
  return Object.hasOwn(constants.signals, text);
}

function parsePort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new UsageError(
    `The value of "--port" is out of range. It must be >= 0 and <= 65535. Received ${text}`,
  );
}

function parseDepth(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new UsageError(`Invalid value for --console-depth: "${text}". Must be a positive integer`);
  }
  return Number(text) === 0 ? Number.POSITIVE_INFINITY : Number(text);
}
