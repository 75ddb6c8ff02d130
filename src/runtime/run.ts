import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { setConsoleDepth } from "../bun/inspect/log-line.js";
import { setSource } from "../bun/inspect/stack.js";
import { assetKind } from "./asset.js";
import type { CommandLine } from "./command-line.js";
import { adoptDescendants } from "./descendants.js";
import { loadDotenv, loadEnvFiles } from "./dotenv.js";
import { failProgram, holdFailures } from "./failure.js";
import { UsageError } from "./flags.js";
import { setInlineProgram } from "./inline-program.js";
import { locate } from "./location.js";
import { preload } from "./preload.js";
import { clearScreen } from "./reload/clear-screen.js";
import { currentUrl } from "./reload/loaded-files.js";
import { CHANNEL, supervise } from "./reload/supervisor.js";

/**
 * Runs a file or code in this process, or a script of package.json in a shell.
 *
 * @throws UsageError when there is nothing of the name
 */
export async function run(line: CommandLine): Promise<void> {
  const { code, target } = line;
  if (line.reload === "watch" && process.env[CHANNEL] === undefined) {
    supervise(line.killSignal, () => clearScreen(line.clearsScreen));
    return;
  }
  if (line.title !== null) process.title = line.title;
  if (line.consoleDepth !== null) setConsoleDepth(line.consoleDepth);
  if (line.directory !== null) enter(line.directory);
  if (line.envFiles.length > 0) loadEnvFiles(line.envFiles, process.env);
  else if (line.dotenv) loadDotenv(process.cwd(), process.env);

  if (code !== null) return runInline("[eval]", code.source, line);
  if (target === "-") return runInline("[stdin]", await text(process.stdin), line);
  if (target !== null) return runTarget(target, line);
}

async function runTarget(target: string, line: CommandLine): Promise<void> {
  if (target.endsWith(".html")) return runHtml(line, target);
  // As in Bun: a path is a file, a bare word behind `run` is a script first, and alone a file first.
  const isPath = /^\.{0,2}\/|^\.{1,2}$/.test(target);
  if (line.explicitRun && !isPath && (await tryScript(target, line))) return;
  const file = locate(resolve(target), "import");
  if (file !== null) return runFile(runnable(file), line);
  if (!line.explicitRun && !isPath && (await tryScript(target, line))) return;
  if (line.optional) return;
  const what = isPath || /\.\w+$/.test(target) ? "Module" : "Script";
  throw new UsageError(`${what} not found "${target}"`);
}

function enter(directory: string): void {
  try {
    process.chdir(directory);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/, chdir .*/s, "") : String(cause);
    throw new UsageError(`Could not change directory to "${directory}" (${why})`);
  }
}

function runnable(file: string): string {
  const kind = assetKind(file, undefined);
  if (kind === null) return file;
  throw new UsageError(`Cannot run "${file}"\nnote: bunshim cannot run ${kind} files directly`);
}

async function tryScript(name: string, { rest, silent }: CommandLine): Promise<boolean> {
  const { findScripts, runScript } = await import("./package-script.js");
  const found = findScripts(process.cwd());
  if (typeof found?.scripts[name] !== "string") return false;
  process.exitCode = await runScript(found, name, rest, silent);
  return true;
}

/** Serves HTML files, which need no program. */
async function runHtml({ port, rest, console }: CommandLine, target: string): Promise<void> {
  const { installRuntime } = await import("./runtime.js");
  if (port !== null) {
    const { setPortFlag } = await import("../serve/default-port.js");
    setPortFlag(String(port));
  }
  // The plugins of pages are programs, too.
  installRuntime(null);
  const { serveHtmlFiles } = await import("./html-server.js");
  serveHtmlFiles([target, ...rest], console);
}

/** Runs code as if it stood in a file of the working directory. */
async function runInline(name: "[eval]" | "[stdin]", source: string, line: CommandLine): Promise<void> {
  const path = join(process.cwd(), name);
  setInlineProgram({ path, source });
  setSource(path, source);
  const { offerBuiltins, printCode } = await import("./evaluation.js");
  if (name === "[eval]") offerBuiltins(path);
  const program = line.code?.printed ? () => printCode(path, source) : null;
  await runFile(path, line, { program, args: name === "[eval]" ? line.rest : ["-", ...line.rest] });
}

/** How code differs from a file. */
interface Inline {
  /** What runs instead of loading the path. */
  readonly program: (() => Promise<unknown>) | null;
  /** What `process.argv` holds behind the executable. */
  readonly args: readonly string[];
}

async function runFile(path: string, line: CommandLine, inline: Inline | null = null): Promise<void> {
  const { port, reload, clearsScreen } = line;
  process.argv.splice(1, process.argv.length, path, ...line.rest);
  // Loaded this late because it reads the environment, which the .env files belong to.
  const { installRuntime, setArguments, startServer } = await import("./runtime.js");
  if (port !== null) {
    const { setPortFlag } = await import("../serve/default-port.js");
    setPortFlag(String(port));
  }
  // In the namespace the default export stays what it is: a promise is no configuration.
  const start = async (): Promise<{ readonly default?: unknown }> => {
    await preload(line.preloads);
    if (inline?.program) return { default: await inline.program() };
    return import(currentUrl(pathToFileURL(path).href));
  };
  // Not awaited: a program may wait for ever at its top level while it serves.
  const evaluate = (evaluation: Promise<{ readonly default?: unknown }>): void => {
    evaluation.then((namespace) => startServer(namespace.default)).catch(failProgram);
  };
  if (reload !== null) {
    const { reloadByRestart, reloadInPlace } = await import("./reload/reload.js");
    if (reload === "watch") reloadByRestart();
    else
      reloadInPlace(
        () => evaluate(start()),
        () => clearScreen(clearsScreen),
      );
  }
  adoptDescendants();
  installRuntime(path);
  if (inline !== null) setArguments(path, inline.args);
  evaluate(reload === null ? holdFailures(start()) : start());
}
