import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { absenceNote } from "../bun/absent.js";
import { thrownText } from "../bun/inspect/inspect.js";
import { locate } from "./location.js";
import { headline } from "./plain-error.js";
import { isRelative } from "./resolution.js";

/**
 * Ends the process for an error of the program that nobody caught: handlers of `uncaughtException` get it
 * first, as for every other; else the code around it and the error go to stderr, and the exit code is 1.
 */
export function failProgram(error: unknown): void {
  if (survives) {
    process.stderr.write(describeFailure(error));
    return;
  }
  if (process.listenerCount("uncaughtException") > 0) {
    // Outside the promise that failed: there it would count as an unhandled rejection.
    setImmediate(() => {
      throw error;
    });
    return;
  }
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}

/**
 * Prints as Bun does what is thrown where nobody can catch it, e.g. in a timer. Node.js does everything else: who
 * listens for such errors gets them first, and with anybody else watching, its own text is printed. A rejection
 * that nobody handles ends the program, whoever listens for other errors.
 */
export function printUncaught(): void {
  if (!isMainThread) return;
  process.on("uncaughtExceptionMonitor", (error: unknown, origin) => {
    heldOrigin = origin;
    if (isHeld) return;
    // Where node evaluates the main module, what that throws has the origin of a rejection, too.
    if (origin !== "unhandledRejection" || !evaluatesMain) {
      if (process.listenerCount("uncaughtException") > 0 || process.hasUncaughtExceptionCaptureCallback())
        return;
      if (process.listenerCount("uncaughtExceptionMonitor") > 1) return;
    }
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  });
}

/**
 * Installs `reportError`, which Node.js lacks: as for an error that nobody caught, but the program goes on, to end
 * with 1.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#dom-reporterror
 */
export function installReportError(): void {
  Object.defineProperty(globalThis, "reportError", {
    value: function reportError(error: unknown): void {
      if (Reflect.apply(process.emit, process, ["uncaughtException", error, "uncaughtException"])) return;
      process.stderr.write(thrownText(error));
      process.exitCode = 1;
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** Whether an error ends nothing. */
let survives = false;

/** From now on, an error that nobody caught is printed, and the process waits for the next version of the program. */
export function surviveFailures(): void {
  survives = true;
  isHeld = true;
  process.setUncaughtExceptionCaptureCallback((error: unknown) => {
    if (isHeard(error)) return;
    process.stderr.write(describeFailure(error));
  });
}

/** Whether we evaluate the program's main module, and not node. */
let evaluatesMain = false;
/** Whether uncaught errors wait for its end. */
let isHeld = false;
/** Where the last uncaught error came from, for who listens. */
let heldOrigin: NodeJS.UncaughtExceptionOrigin = "uncaughtException";

/** With a capture callback node itself tells nobody. Of rejections Bun tells only who listens for rejections. */
function isHeard(error: unknown): boolean {
  if (heldOrigin === "unhandledRejection") return false;
  return Reflect.apply(process.emit, process, ["uncaughtException", error, heldOrigin]);
}

/**
 * As Bun does: as long as the main module is not evaluated (it may wait at its top level for all that it does),
 * an uncaught error is printed, and ends the process only when the module is done.
 * @param evaluation of the main module
 */
export async function holdFailures<T>(evaluation: Promise<T>): Promise<T> {
  let failed = false;
  evaluatesMain = true;
  isHeld = true;
  process.setUncaughtExceptionCaptureCallback((error: unknown) => {
    if (isHeard(error)) return;
    process.stderr.write(`${describeFailure(error)}\n`);
    failed = true;
  });
  try {
    return await evaluation;
  } finally {
    isHeld = false;
    process.setUncaughtExceptionCaptureCallback(null);
    if (failed) process.exit(1);
  }
}

/** The error with the lines of source where it was thrown, where they can be found; ends with a line break. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return thrownText(error);
  const stack = error.stack ?? "";
  if (stack === headline(error)) return `error: ${error.message.replace(NOT_FOUND, "$1 from '$2'")}\n`;
  // The stack of a syntax error begins with its own frame.
  if (/^\d+ \| /.test(stack)) return `${stack}\n`;
  const rejected = REJECTED.exec(error.message)?.[1];
  if (rejected !== undefined && "code" in error && error.code === "ERR_UNHANDLED_REJECTION") {
    return `error: ${rejected}\n${rejected}\n`;
  }
  const unlinked = NO_EXPORT.exec(error.message);
  if (error instanceof SyntaxError && unlinked !== null) return unlinkedText(stack, unlinked);
  return thrownText(error);
}

/** Bun says it otherwise where it ends the process. */
const NOT_FOUND = /^(Cannot find (?:module|package) '.*') imported from (.*)$/;

const NO_EXPORT = /^The requested module '(.+)' does not provide an export named '(.+)'/;

/** Bun's words for an import that found no export, and what Bun leaves out: which file imports it. */
function unlinkedText(stack: string, [, specifier = "", name = ""]: readonly string[]): string {
  const [, file = "", line = ""] = /^(.+):(\d+)$/m.exec(stack) ?? [];
  const importer = file.startsWith("file:") ? fileURLToPath(file) : file;
  const path =
    isRelative(specifier) && isAbsolute(importer)
      ? located(resolve(dirname(importer), specifier))
      : specifier;
  const missing = name === "default" ? "Missing 'default' export" : `Export named '${name}' not found`;
  const place = importer === "" ? "" : `      at ${importer}:${line}\n`;
  return `SyntaxError: ${missing} in module '${path}'.\n${place}${specifier === "bun" ? absenceNote(name) : ""}`;
}

function located(path: string): string {
  return locate(path, "import") ?? path;
}

/** Node.js wraps a rejection whose reason is no error. */
const REJECTED = /The promise rejected with the reason "(.*)"\.$/s;
