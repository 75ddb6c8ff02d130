import { constants } from "node:os";
import { parseArgs } from "node:util";

/** What the user typed behind `bunshim`. */
export interface CommandLine {
  readonly command: "run" | "doctor" | "help" | "version";
  /** The file or script to run; null where none was named. */
  readonly target: string | null;
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
  /** What happens when a file of the program changes: a new process, or a new evaluation in the same. */
  readonly reload: "hot" | "watch" | null;
  /** Whether a reload empties the terminal. */
  readonly clearsScreen: boolean;
  /** Whether what HTML files print in the browser is wanted, where these are served without a program. */
  readonly console: boolean;
  /** What a watched process gets before it is replaced. */
  readonly killSignal: NodeJS.Signals;
}

/** A command line that makes no sense; the message is one line for the user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const OPTIONS = {
  port: { type: "string" },
  "env-file": { type: "string", multiple: true },
  "no-env-file": { type: "boolean" },
  cwd: { type: "string" },
  hot: { type: "boolean" },
  watch: { type: "boolean" },
  "no-clear-screen": { type: "boolean" },
  console: { type: "boolean" },
  "watch-kill-signal": { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** What `--help` prints. */
export const USAGE = `Runs programs written for Bun.serve on Node.js.

Usage: bunshim [run] [flags] <file> [arguments]
       bunshim run <script of package.json> [arguments]
       bunshim <file.html>... [--port=<number>] [--host=<name>] [--console]
       bunshim doctor

Flags, in front of the file:
  --port=<number>      Port that Bun.serve takes where neither the program nor PORT names one
  --env-file=<path>    Load this file instead of .env (may be repeated)
  --no-env-file        Load no .env file
  --cwd=<folder>       Change to this folder first
  --watch              Start the program anew when one of its files changes
  --hot                Evaluate the program anew in the same process; servers keep their connections
  --no-clear-screen    Keep what the terminal shows when the program starts anew
  --watch-kill-signal=<name>  Signal that a watched program gets before it ends (default: SIGTERM)
  -v, --version        Print the version of bunshim
  -h, --help           Print this

"bunshim doctor" tells which engine serves on this machine, and why others do not.`;

/**
 * Reads a command line. Flags behind the file belong to the program.
 *
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const own = ownArguments(args);
  const values = parseFlags(args.slice(0, own.flagsEnd).filter((_, index) => index !== own.runAt));
  const target = args[own.flagsEnd] ?? null;
  const doctor = target === "doctor" && own.runAt === -1;
  const command = values.version
    ? "version"
    : doctor
      ? "doctor"
      : target === null || values.help
        ? "help"
        : "run";
  return {
    command,
    target,
    explicitRun: own.runAt !== -1,
    rest: args.slice(own.flagsEnd + 1),
    port: values.port === undefined ? null : parsePort(values.port),
    envFiles: values["env-file"] ?? [],
    dotenv: !values["no-env-file"],
    directory: values.cwd ?? null,
    reload: values.hot ? "hot" : values.watch ? "watch" : null,
    clearsScreen: !values["no-clear-screen"],
    console: values.console ?? false,
    killSignal: parseSignal(values["watch-kill-signal"] ?? "SIGTERM"),
  };
}

/** Where our flags end, and where the word `run` stands among them (-1: nowhere). */
function ownArguments(args: readonly string[]): { flagsEnd: number; runAt: number } {
  let runAt = -1;
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (takesValue(arg)) index++;
    else if (arg === "run" && runAt === -1) runAt = index;
    else if (!arg.startsWith("-") || arg === "-") break;
  }
  return { flagsEnd: Math.min(index, args.length), runAt };
}

function takesValue(arg: string): boolean {
  return arg === "--port" || arg === "--env-file" || arg === "--cwd" || arg === "--watch-kill-signal";
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const [line = "wrong flags"] = error instanceof Error ? error.message.split(/\.? To specify|\n/, 1) : [];
    throw new UsageError(line);
  }
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
