import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

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
  return frame === null ? inspect(error) : `${frame}\n${inspect(error)}`;
}

function codeFrame(stack: string): string | null {
  const place = /\((.*):(\d+):(\d+)\)$|at (?:async )?(.*):(\d+):(\d+)$/m.exec(stack);
  if (!place) return null;
  const location = place[1] ?? place[4] ?? "";
  const line = Number(place[2] ?? place[5]);
  const column = Number(place[3] ?? place[6]);
  const lines = sourceLines(location);
  if (lines === null || lines[line - 1] === undefined) return null;
  const first = Math.max(1, line - CONTEXT_LINES + 1);
  const width = String(line).length;
  const shown = lines
    .slice(first - 1, line)
    .map((text, index) => `${String(first + index).padStart(width)} | ${text}`);
  return [...shown, `${" ".repeat(width + 3 + column - 1)}^`].join("\n");
}

function sourceLines(location: string): string[] | null {
  try {
    const path = location.startsWith("file:") ? fileURLToPath(location) : location;
    return path.startsWith("/") ? readFileSync(path, "utf8").split("\n") : null;
  } catch {
    return null;
  }
}

/** An error of ours about the user's code: where in bunshim it was made says nothing to anybody. */
export function withoutFrames<Failure extends Error>(error: Failure): Failure {
  error.stack = headline(error);
  return error;
}

function headline({ name, message }: Error): string {
  return `${name}: ${message}`;
}
