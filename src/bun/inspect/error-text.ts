import { types } from "node:util";
import { read } from "./names.js";
import { framesOf, type StackFrame, sourceOf } from "./stack.js";

/** How an object that belongs to an error is shown. */
export type Show = (value: unknown) => string;

/** Causes of causes that are shown. */
const MAX_DEPTH = 8;

/** Bundles have lines of megabytes. */
const MAX_LINE = 1024;

/** Members that are shown elsewhere, or say nothing. */
const APART: ReadonlySet<string> = new Set(["name", "message", "stack", "code"]);

/** What was thrown as Bun prints it on stderr, with a line break at its end. */
export function thrownText(thrown: unknown, show: Show): string {
  if (isError(thrown)) return errorText(thrown, show);
  if (typeof thrown === "string") return thrown === "" ? "error\n\n" : `error: ${thrown}\n${thrown}\n`;
  if (typeof thrown === "symbol") return `error: ${thrown.description ?? ""}\n${show(thrown)}\n`;
  if ((typeof thrown !== "object" && typeof thrown !== "function") || thrown === null) {
    return `error: ${String(thrown)}\n${show(thrown)}\n`;
  }
  return `${headline(textMember(thrown, "name"), textMember(thrown, "message"))}\n${show(thrown)}\n`;
}

/**
 * An error as Bun shows it, with a line break at its end: the source at fault, name and message, members, the
 * calls, the causes. Of an AggregateError, its errors.
 */
export function errorText(error: Error, show: Show): string {
  return textOf(error, show, []);
}

function textOf(error: Error, show: Show, chain: readonly Error[]): string {
  const path = [...chain, error];
  const deeper = path.length < MAX_DEPTH;
  const members = read(error, "errors");
  if (error instanceof AggregateError && Array.isArray(members) && members.length > 0 && deeper) {
    return members
      .map((member: unknown) => (isError(member) ? textOf(member, show, path) : thrownText(member, show)))
      .join("");
  }
  const cause = read(error, "cause");
  const [first, ...others] = framesOf(error);
  const text = [
    ...(first === undefined ? [] : codeFrame(first)),
    headlineOf(error),
    ...membersOf(error, show, path),
    ...[first, ...others].flatMap((frame) => (frame === undefined ? [] : [frameLine(frame)])),
  ].join("\n");
  if (!isError(cause) || path.includes(cause) || !deeper) return `${text}\n`;
  return `${text}\n\n${textOf(cause, show, path)}`;
}

function headlineOf(error: Error): string {
  const name = textMember(error, "name");
  const message = textMember(error, "message");
  const code = read(error, "code");
  // `ENOENT: no such file` says what it is by itself.
  if (name === "Error" && typeof code === "string" && message.startsWith(`${code}: `)) return message;
  return headline(name, message);
}

/** Bun calls a plain Error "error". */
function headline(name: string, message: string): string {
  if (message !== "") return `${name === "Error" || name === "" ? "error" : name}: ${message}`;
  return name === "" ? "error" : `${name}: `;
}

function codeFrame(frame: StackFrame): string[] {
  const source = sourceOf(frame);
  if (source === null) return [];
  const width = String(frame.line).length;
  const lines = source.lines.map(
    (line, index) => `${String(source.first + index).padStart(width)} | ${line.slice(0, MAX_LINE)}`,
  );
  const whole = (source.lines.at(-1)?.length ?? 0) <= MAX_LINE;
  return [...lines, whole ? `${" ".repeat(width + 3 + frame.column - 1)}^` : ""];
}

/** Names flush right, the code last. */
function membersOf(error: Error, show: Show, path: readonly Error[]): string[] {
  const code = read(error, "code");
  const hasCode = typeof code === "string" && Object.hasOwn(error, "code");
  const names = Object.keys(error).filter((name) => !APART.has(name) || (name === "code" && !hasCode));
  const shown = names.flatMap((name) => {
    const value = read(error, name);
    if (isError(value) && path.includes(value)) return [[name, "[Circular],"]];
    if (name === "cause" && isError(value)) return [];
    return [[name, `${isError(value) ? headlineOf(value) : show(value)},`]];
  });
  if (hasCode) shown.push(["code", show(code)]);
  if (shown.length === 0) return [];
  const width = Math.max(...shown.map(([name = ""]) => name.length));
  return [...shown.map(([name = "", text]) => `${name.padStart(width + 1)}: ${text}`), ""];
}

function frameLine({ call, path, line, column }: StackFrame): string {
  const place = `${path}:${line}:${column}`;
  return `      at ${call === "" ? place : `${call} (${place})`}`;
}

/** Errors of this and of other realms. */
export function isError(value: unknown): value is Error {
  try {
    return types.isNativeError(value) || value instanceof Error;
  } catch {
    return false;
  }
}

/** A member as text; whatever its getter does, the error is shown. */
function textMember(holder: object, name: string): string {
  const value = read(holder, name);
  if (value === undefined || value === null) return "";
  try {
    return String(value);
  } catch {
    return "";
  }
}
