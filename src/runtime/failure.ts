import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { COMPATIBILITY_PAGE } from "./builtin.js";
import { headline } from "./plain-error.js";

const OUR_FOLDER = fileURLToPath(new URL(".", import.meta.url));

const CONTEXT_LINES = 3;

/**
 * Ends the process for an error of the program that nobody caught: handlers of `uncaughtException` get it
 * first, as for every other; else the code around it and the error go to stderr, and the exit code is 1.
 */
export function failProgram(error: unknown): void {
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

/** The error with the lines of source where it was thrown, where they can be found. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `error: ${inspect(error)}`;
  const stack = error.stack ?? "";
  if (stack === headline(error)) return `error: ${error.message}`;
  // The stack of a syntax error begins with its own frame.
  const frame = /^\d+ \| /.test(stack) ? null : codeFrame(stack);
  return (frame === null ? "" : `${frame}\n`) + inspect(error) + hint(error.message);
}

const PLACE = /(?:\(|at (?:async )?)((?:file:|\/)[^()\n]*):(\d+):(\d+)\)?$/gm;

function codeFrame(stack: string): string | null {
  for (const [, location = "", lineText, columnText] of stack.matchAll(PLACE)) {
    const path = location.startsWith("file:") ? fileURLToPath(location) : location;
    // Where in this package an error was made says nothing to its user: the line that called it does.
    if (path.startsWith(OUR_FOLDER)) continue;
    return frameAt(path, Number(lineText), Number(columnText));
  }
  return null;
}

function frameAt(path: string, line: number, column: number): string | null {
  const lines = sourceLines(path);
  if (lines?.[line - 1] === undefined) return null;
  const first = Math.max(1, line - CONTEXT_LINES + 1);
  const width = String(line).length;
  const shown = lines
    .slice(first - 1, line)
    .map((text, index) => `${String(first + index).padStart(width)} | ${text}`);
  return [...shown, `${" ".repeat(width + 3 + column - 1)}^`].join("\n");
}

function sourceLines(path: string): string[] | null {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return null;
  }
}

/** Points at what is missing when the program asked for more of Bun than there is. */
function hint(message: string): string {
  const name =
    /module 'bun' does not provide an export named '(\w+)'/.exec(message)?.[1] ??
    /\bBun\.(\w+)(?:\.\w+)* is not (?:a function|a constructor|defined|iterable)/.exec(message)?.[1];
  if (name === undefined || name in bunNamespace()) return "";
  return `\nnote: bunshim has no Bun.${name} yet. See ${COMPATIBILITY_PAGE}`;
}

function bunNamespace(): object {
  const bun: unknown = Reflect.get(globalThis, "Bun");
  return typeof bun === "object" && bun !== null ? bun : {};
}
