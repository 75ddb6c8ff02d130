import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type CommandLine, UsageError } from "./command-line.js";
import { adoptDescendants } from "./descendants.js";
import { loadDotenv, loadEnvFiles } from "./dotenv.js";
import { failProgram, holdFailures } from "./failure.js";
import { locate } from "./location.js";
import { clearScreen } from "./reload/clear-screen.js";
import { currentUrl } from "./reload/loaded-files.js";
import { CHANNEL, supervise } from "./reload/supervisor.js";

/**
 * Runs a file in this process, or a script of package.json in a shell.
 *
 * @throws UsageError when there is neither
 */
export async function run(line: CommandLine, target: string): Promise<void> {
  if (line.reload === "watch" && process.env[CHANNEL] === undefined) {
    supervise(line.killSignal, () => clearScreen(line.clearsScreen));
    return;
  }
  if (line.directory !== null) enter(line.directory);
  if (line.envFiles.length > 0) loadEnvFiles(line.envFiles, process.env);
  else if (line.dotenv) loadDotenv(process.cwd(), process.env);

  if (target.endsWith(".html")) return runHtml(line, target);
  // As in Bun: a path is a file, a bare word behind `run` is a script first, and alone a file first.
  const isPath = /^\.{0,2}\//.test(target);
  if (line.explicitRun && !isPath && (await tryScript(target, line.rest))) return;
  const file = locate(resolve(target), "import");
  if (file !== null) return runFile(file, line);
  if (!line.explicitRun && !isPath && (await tryScript(target, line.rest))) return;
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

async function tryScript(name: string, args: readonly string[]): Promise<boolean> {
  const { findScripts, runScript } = await import("./package-script.js");
  const found = findScripts(process.cwd());
  if (typeof found?.scripts[name] !== "string") return false;
  process.exitCode = await runScript(found, name, args);
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

async function runFile(path: string, { port, rest, reload, clearsScreen }: CommandLine): Promise<void> {
  process.argv.splice(1, process.argv.length, path, ...rest);
  // Loaded this late because it reads the environment, which the .env files belong to.
  const { installRuntime, startServer } = await import("./runtime.js");
  if (port !== null) {
    const { setPortFlag } = await import("../serve/default-port.js");
    setPortFlag(String(port));
  }
  const start = (): Promise<{ default?: unknown }> => import(currentUrl(pathToFileURL(path).href));
  // Not awaited: a program may wait for ever at its top level while it serves.
  const evaluate = (evaluation: Promise<{ default?: unknown }>): void => {
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
  evaluate(reload === null ? holdFailures(start()) : start());
}
