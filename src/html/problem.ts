import { resolve } from "node:path";
import type { Message } from "esbuild";

/** Why a page cannot be bundled: one error, and where it is. */
export interface Problem {
  readonly text: string;
  /** Absolute path; null where no file is at fault. */
  readonly file: string | null;
  /** Null where the whole file is at fault. */
  readonly place: ProblemPlace | null;
}

/** The characters at fault. */
export interface ProblemPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly length: number;
  readonly lineText: string;
}

/** Warnings of esbuild that are errors for Bun. */
const FATAL_WARNINGS = new Set(["css-syntax-error", "invalid-@import"]);

/** Whether a warning of the bundler keeps the page from being served. The end of a file closes its blocks. */
export function isFatal({ id, text }: Message): boolean {
  return FATAL_WARNINGS.has(id) && !text.startsWith('Expected "}" to go with "{"');
}

/**
 * Reads a message of esbuild, in Bun's words where these differ.
 * @param directory what its paths are relative to
 * @param page the HTML file; its lines are not those that esbuild saw
 */
export function problemOf(message: Message, directory: string, page: string): Problem {
  const { location } = message;
  const text = inBunsWords(message.text);
  const file = fileAtFault(message.detail);
  if (file !== null) return { text, file, place: null };
  if (location === null) return { text, file: page, place: null };
  const source = resolve(directory, location.file.replace(/^[\w-]+:/, ""));
  if (source === page) return { text, file: source, place: null };
  const { line, lineText } = location;
  const before = Buffer.from(lineText).subarray(0, location.column).toString();
  const rest = Buffer.from(lineText)
    .subarray(location.column, location.column + location.length)
    .toString();
  const place = { line, column: before.length + 1, length: Math.max(1, rest.length), lineText };
  return { text, file: source, place };
}

/** What our own plugins say of it. */
function fileAtFault(detail: unknown): string | null {
  const isNamed = typeof detail === "object" && detail !== null && "file" in detail;
  return isNamed && typeof detail.file === "string" ? detail.file : null;
}

function inBunsWords(text: string): string {
  const unresolved = /^Could not resolve "(.*)"$/s.exec(text)?.[1];
  if (unresolved !== undefined) return unresolvedText(unresolved);
  return text.replace(/^Unexpected "(.*)"$/s, "Unexpected $1");
}

/** What Bun says of a specifier that leads nowhere. */
export function unresolvedText(specifier: string): string {
  const advice = /^\.{0,2}\//.test(specifier) ? "" : `. Maybe you need to "bun install"?`;
  return `Could not resolve: "${specifier}"${advice}`;
}

/** A problem as Bun prints it on stderr: the line at fault, a mark below it, the text, the place. */
export function problemText({ text, file, place }: Problem): string {
  const lines: string[] = [];
  if (place !== null) {
    const prefix = `${place.line} | `;
    lines.push(prefix + place.lineText, `${" ".repeat(prefix.length + place.column - 1)}^`);
  }
  lines.push(`error: ${text}`);
  if (file !== null) lines.push(`    at ${file}${place === null ? "" : `:${place.line}:${place.column}`}`);
  return lines.join("\n");
}
