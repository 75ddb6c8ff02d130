import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** One call of a stack, in code of the user. */
export interface StackFrame {
  /** What was called, e.g. `async fetch` or `<anonymous>`; empty at the top level of a module. */
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

/** Bundled, all of this package is one folder; as source, this file is two levels down. */
const OUR_FOLDER = ((here: string): string =>
  here.endsWith("/bun/inspect") ? dirname(dirname(here)) : here)(dirname(fileURLToPath(import.meta.url)));

const FRAME = /^\s+at (?:(.*?) \()?((?:file:\/\/)?\/.*?):(\d+):(\d+)\)?$/;

/** Lines shown before the one at fault. */
const CONTEXT = 5;

/** What the runtime calls a module's top level from. */
const MODULE_LOADER = /ModuleJob|Module\._compile/;

/** The calls that led to the error, without this package's own and the runtime's. */
export function framesOf(error: Error): StackFrame[] {
  const frames: StackFrame[] = [];
  const stack = stackOf(error);
  if (typeof stack !== "string") return frames;
  const texts = stack.split("\n");
  for (const [index, text] of texts.entries()) {
    const [, call = "", location = "", line = "", column = ""] = FRAME.exec(text) ?? [];
    if (location === "") continue;
    const path = location.startsWith("file:") ? fileURLToPath(location) : location;
    if (path.startsWith(`${OUR_FOLDER}/`)) continue;
    const topLevel =
      /^(?:async |(?:Object\.)?<anonymous>)?$/.test(call) && MODULE_LOADER.test(texts[index + 1] ?? "");
    frames.push({ call: topLevel ? "" : calledName(call), path, line: Number(line), column: Number(column) });
  }
  const [first, ...others] = frames;
  return first === undefined ? frames : [atClassName(first), ...others];
}

const NEW_ERROR = /^new (?=(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)?Error\b)/;

/** Where the runtime points at `new`, Bun points at the class. */
function atClassName(frame: StackFrame): StackFrame {
  const text = linesOf(frame.path)?.[frame.line - 1]?.slice(frame.column - 1) ?? "";
  const shift = NEW_ERROR.exec(text)?.[0].length ?? 0;
  return shift === 0 ? frame : { ...frame, column: frame.column + shift };
}

/** As Bun says it: `Shop.sell [as buy]` is `sell`, `async Object.fetch` is `async fetch`. */
function calledName(call: string): string {
  const [, prefix = "", rest = ""] = /^(async |new )?(.*)$/.exec(call.replace(/ \[as .*\]$/, "")) ?? [];
  if (prefix === "new ") return call;
  const name = rest.replace(/^[\w$]+\.(?=.)/, "").replace(/^(?:get|set) /, "");
  // What Node.js calls the callback of a timer.
  return prefix + (name === "" || name === "_onTimeout" ? "<anonymous>" : name);
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
  const lines = linesOf(frame.path);
  if (lines === null || frame.line > lines.length) return null;
  const first = Math.max(1, frame.line - CONTEXT);
  return { first, lines: lines.slice(first - 1, frame.line) };
}

const unfiled = new Map<string, string>();

/** Tells the source of a program that stands in no file. */
export function setSource(path: string, source: string): void {
  unfiled.set(path, source);
}

function linesOf(path: string): string[] | null {
  const known = unfiled.get(path);
  if (known !== undefined) return known.split("\n");
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return null;
  }
}
