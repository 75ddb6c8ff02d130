import { inspect } from "../bun/inspect/inspect.js";
import { framesOf, type StackFrame, sourceOf } from "./stack.js";

/** Causes of causes that are shown. */
const MAX_DEPTH = 8;

/** An error as Bun prints it on stderr: the source at fault, name and message, members, the calls, the causes. */
export function errorText(error: unknown): string {
  return textOf(error, MAX_DEPTH);
}

function textOf(error: unknown, depth: number): string {
  if (!(error instanceof Error)) return `error: ${typeof error === "string" ? error : inspect(error)}`;
  const members = read(error, "errors");
  if (error instanceof AggregateError && Array.isArray(members) && members.length > 0 && depth > 0) {
    return members.map((member: unknown) => textOf(member, depth - 1)).join("\n");
  }
  const frames = framesOf(error);
  const text = [
    ...(frames[0] === undefined ? [] : codeFrame(frames[0])),
    headline(error),
    ...membersOf(error),
    ...frames.map((frame) => `      at ${frame.call || "<anonymous>"} (${place(frame)})`),
  ].join("\n");
  const cause = read(error, "cause");
  return cause === undefined || cause === null || depth === 0
    ? text
    : `${text}\n\n${textOf(cause, depth - 1)}`;
}

/** Bun calls a plain Error "error". */
function headline(error: Error): string {
  const name = read(error, "name");
  const message = String(read(error, "message") ?? "");
  return `${name === "Error" || typeof name !== "string" ? "error" : name}: ${message}`;
}

function codeFrame(frame: StackFrame): string[] {
  const source = sourceOf(frame);
  if (source === null) return [];
  const width = String(frame.line).length;
  const lines = source.lines.map(
    (line, index) => `${String(source.first + index).padStart(width)} | ${line}`,
  );
  return [...lines, `${" ".repeat(width + 3 + frame.column - 1)}^`];
}

function membersOf(error: Error): string[] {
  return Object.keys(error)
    .filter((name) => name !== "name" && name !== "message" && name !== "stack" && name !== "cause")
    .map((name) => ` ${name}: ${inspect(read(error, name), { depth: 2 }).replaceAll("\n", "\n ")},`);
}

function place({ path, line, column }: StackFrame): string {
  return `${path}:${line}:${column}`;
}

// An error of the user may have any getter, and reporting it must not fail.
function read(error: Error, name: string): unknown {
  try {
    return Reflect.get(error, name);
  } catch {
    return undefined;
  }
}
