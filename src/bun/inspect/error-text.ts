import { types } from "node:util";
import { noteOfMention, noteOfReference } from "../absent.js";
import { prototypeOf, read } from "./names.js";
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
  if (isError(thrown)) return errorText(thrown, show) + missingNote(thrown);
  if (typeof thrown === "string") return thrown === "" ? "error\n\n" : `error: ${thrown}\n${thrown}\n`;
  if (typeof thrown === "symbol") return `error: ${thrown.description ?? ""}\n${show(thrown)}\n`;
  if ((typeof thrown !== "object" && typeof thrown !== "function") || thrown === null) {
    return `error: ${String(thrown)}\n${show(thrown)}\n`;
  }
  return `${headline(textMember(thrown, "name"), textMember(thrown, "message"))}\n${show(thrown)}\n`;
}

/** What a member of nothing, or a call of nothing, says. */
const OF_NOTHING = /^Cannot read properties of undefined|is not (?:a function|a constructor|iterable)/;

/** What to do where the program asked for more of Bun than there is. */
function missingNote(error: Error): string {
  const message = textMember(error, "message");
  if (error instanceof ReferenceError) return noteOfReference(message);
  if (!(error instanceof TypeError) || !OF_NOTHING.test(message)) return "";
  const [frame] = framesOf(error);
  const line = frame === undefined ? undefined : sourceOf(frame)?.lines.at(-1);
  return noteOfMention([message, line ?? ""]);
}

/** How an error is shown. */
interface ErrorStyle {
  readonly show: Show;
  /** As `console.warn` does: without the source, and a plain error is a warning. */
  readonly isWarning: boolean;
}

/**
 * An error as Bun shows it, with a line break at its end: the source at fault, name and message, members, the
 * calls, the errors among its members, the causes. Of an AggregateError, its errors.
 *
 * @param isWarning whether `console.warn` shows it
 */
export function errorText(error: Error, show: Show, isWarning = false): string {
  return textOf(error, { show, isWarning }, []);
}

/** The calls that led to an error, as lines. */
export function callLines(error: Error): string[] {
  return framesOf(error).map(frameLine);
}

function textOf(error: Error, style: ErrorStyle, chain: readonly Error[]): string {
  const path = [...chain, error];
  const deeper = path.length < MAX_DEPTH;
  const members = read(error, "errors");
  if (error instanceof AggregateError && Array.isArray(members) && members.length > 0 && deeper) {
    return members
      .map((member: unknown) =>
        isError(member) ? textOf(member, style, path) : thrownText(member, style.show),
      )
      .join("");
  }
  const others = chain.length === 0 ? errorMembers(error).map((name) => read(error, name)) : [];
  const shown = [...others, read(error, "cause")].filter(
    (other): other is Error => isError(other) && !path.includes(other) && deeper,
  );
  return [ownText(error, style, path), ...shown.map((other) => textOf(other, style, path))].join("\n");
}

/** An error without those that belong to it. */
function ownText(error: Error, style: ErrorStyle, path: readonly Error[]): string {
  const frames = framesOf(error);
  const [first] = frames;
  return [
    ...(first === undefined || style.isWarning ? [] : codeFrame(first)),
    headlineOf(error, style),
    ...membersOf(error, style, path),
    ...frames.map(frameLine),
    "",
  ].join("\n");
}

function headlineOf(error: Error, { isWarning }: ErrorStyle): string {
  const name = nameOf(error);
  const message = textMember(error, "message");
  const code = read(error, "code");
  // `ENOENT: no such file` says what it is by itself.
  if (name === "Error" && typeof code === "string" && message.startsWith(`${code}: `)) return message;
  return headline(name, message, isWarning ? "warn" : "error");
}

/** Bun asks no getter, and nothing above the class of an error: classes without a name of their own are plain. */
function nameOf(error: Error): string {
  if (error instanceof DOMException) return textMember(error, "name");
  for (const holder of [error, prototypeOf(error)]) {
    const own = holder === null ? undefined : Object.getOwnPropertyDescriptor(holder, "name");
    if (own !== undefined) return "value" in own ? textMember({ name: own.value }, "name") : "Error";
  }
  return "Error";
}

/** Bun calls a plain Error "error". */
function headline(name: string, message: string, plain = "error"): string {
  if (message !== "") return `${name === "Error" || name === "" ? plain : name}: ${message}`;
  return name === "" ? plain : `${name}: `;
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

/** Names of the members that are errors, but for the cause. */
function errorMembers(error: Error): string[] {
  return Object.keys(error).filter((name) => name !== "cause" && isError(read(error, name)));
}

/** Names flush right, the code last. */
function membersOf(error: Error, style: ErrorStyle, path: readonly Error[]): string[] {
  const { show } = style;
  const code = read(error, "code");
  const hasCode = typeof code === "string" && Object.hasOwn(error, "code");
  const names = Object.keys(error).filter((name) => !APART.has(name) || (name === "code" && !hasCode));
  const shown = names.flatMap((name) => {
    const value = read(error, name);
    if (!isError(value)) return [[name, `${show(value)},`]];
    if (path.includes(value)) return [[name, "[Circular],"]];
    // Those of the first error follow it.
    if (name === "cause" || path.length === 1) return [];
    return [[name, `${inlineText(value, style, path)},`]];
  });
  if (hasCode) shown.push(["code", show(code)]);
  if (shown.length === 0) return [];
  const width = Math.max(...names.map((name) => name.length), hasCode ? "code".length : 0);
  return [...shown.map(([name = "", text]) => `${name.padStart(width + 1)}: ${text}`), ""];
}

/** An error among the members of one that belongs to another. */
function inlineText(error: Error, style: ErrorStyle, chain: readonly Error[]): string {
  const path = [...chain, error];
  if (path.length > MAX_DEPTH) return headlineOf(error, style);
  const cause = read(error, "cause");
  return `${ownText(error, style, path)}${isError(cause) && !path.includes(cause) ? "\n[Error ...]" : ""}`;
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
