import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** One call of a stack, in code of the user. */
export interface StackFrame {
  /** What was called, e.g. `async fetch`; empty at the top level of a module. */
  readonly call: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Lines of source up to the one at fault. */
export interface SourceLines {
  /** Number of the first line, from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** Bundled, all of this package is one folder; as source, this file is one level down. */
const OUR_FOLDER = ((here: string): string => (here.endsWith("/serve") ? dirname(here) : here))(
  dirname(fileURLToPath(import.meta.url)),
);

const FRAME = /^\s+at (?:(.*?) \()?((?:file:\/\/)?\/.*?):(\d+):(\d+)\)?$/;

/** Lines shown before the one at fault. */
const CONTEXT = 5;

/** Bundles have lines of megabytes. */
const MAX_LINE = 400;

/** The calls that led to the error, without this package's own and the runtime's. */
export function framesOf(error: Error): StackFrame[] {
  const frames: StackFrame[] = [];
  const stack = stackOf(error);
  if (typeof stack !== "string") return frames;
  for (const text of stack.split("\n")) {
    const [, call = "", location = "", line = "", column = ""] = FRAME.exec(text) ?? [];
    if (location === "") continue;
    const path = location.startsWith("file:") ? fileURLToPath(location) : location;
    if (path.startsWith(`${OUR_FOLDER}/`)) continue;
    // The server is called as the receiver: its class is no news to the reader.
    frames.push({
      call: call.replace(/_?HTTPServer\./, ""),
      path,
      line: Number(line),
      column: Number(column),
    });
  }
  return frames;
}

// The runtime writes the text when somebody asks, and asks the error's own getters for it.
function stackOf(error: Error): unknown {
  try {
    return error.stack;
  } catch {
    return undefined;
  }
}

/** The source where a frame is, where it can be read. */
export function sourceOf(frame: StackFrame): SourceLines | null {
  let lines: string[];
  try {
    lines = readFileSync(frame.path, "utf8").split("\n");
  } catch {
    return null;
  }
  if (frame.line > lines.length) return null;
  const first = Math.max(1, frame.line - CONTEXT);
  return { first, lines: lines.slice(first - 1, frame.line).map((line) => line.slice(0, MAX_LINE)) };
}
