import { fileURLToPath } from "node:url";
import { bytesOf, storeOf } from "../file-store.js";
import { type Quotes, quoted, quotesAfter } from "./escape.js";

/** A descriptor of the shell, from 3 on: what it reads from, or what takes what it writes. */
export type Channel =
  | { readonly source: Blob | Response | Uint8Array | ReadableStream }
  | { readonly target: Uint8Array };

/** A command for a shell. */
export interface ShellCommand {
  readonly text: string;
  readonly channels: readonly Channel[];
}

const FIRST_CHANNEL = 3;
const INPUT = /<\s*$/;
const OUTPUT = /(\d*|&)>(>?)\s*$/;

/**
 * Puts values into a command: text as words, lists as several, and objects behind a redirection as what is read or
 * written.
 *
 * @throws Error for values that are no text
 */
export function shellCommand(strings: readonly string[], values: readonly unknown[]): ShellCommand {
  const channels: Channel[] = [];
  let text = "";
  let quotes: Quotes = "";
  for (const [index, string] of strings.entries()) {
    text += string;
    quotes = quotesAfter(string, quotes);
    if (index >= values.length) break;
    const value = values[index];
    text =
      quotes === ""
        ? (redirected(text, value, channels) ?? text + words(value))
        : text + wordOf(value, quotes);
  }
  return { text, channels };
}

/** The command with a redirection to or from an object; null where there is none. */
function redirected(text: string, value: unknown, channels: Channel[]): string | null {
  const path = storeOf(value)?.path;
  const isInput = INPUT.test(text);
  const [output, from = "", append = ""] = isInput ? [] : (OUTPUT.exec(text) ?? []);
  if (!isInput && output === undefined) return null;
  if (typeof path === "string") return text + quoted(path, "");
  const descriptor = FIRST_CHANNEL + channels.length;
  const bytes = bytesOf(value);
  if (isInput) {
    const source = bytes ?? value;
    if (!isSource(source)) return null;
    channels.push({ source });
    return `${text.replace(INPUT, "")}<&${descriptor}`;
  }
  if (bytes === null) {
    if (typeof value === "object" && value !== null && !isRaw(value) && !(value instanceof URL)) {
      throw new TypeError(
        `Invalid JS object used in shell: ${String(value)}, output goes to files and to bytes`,
      );
    }
    return null;
  }
  channels.push({ target: bytes });
  const before = text.slice(0, text.length - (output?.length ?? 0));
  return from === "&" && append === ""
    ? `${before}>&${descriptor} 2>&${descriptor}`
    : `${before}${from}>&${descriptor}`;
}

function isSource(value: unknown): value is Blob | Response | Uint8Array | ReadableStream {
  return (
    value instanceof Blob ||
    value instanceof Response ||
    value instanceof Uint8Array ||
    value instanceof ReadableStream
  );
}

function words(value: unknown): string {
  return Array.isArray(value) ? value.map(words).join(" ") : wordOf(value, "");
}

function wordOf(value: unknown, quotes: Quotes): string {
  if (isRaw(value)) return value.raw;
  const path = storeOf(value)?.path;
  if (typeof path === "string") return quoted(path, quotes);
  if (value instanceof URL)
    return quoted(value.protocol === "file:" ? fileURLToPath(value) : value.href, quotes);
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  if (typeof value === "object" && value !== null && !hasText(value)) {
    throw new Error(
      `Invalid JS object used in shell: ${String(value)}, you might need to call \`.toString()\` on it`,
    );
  }
  return quoted(String(value), quotes);
}

function isRaw(value: unknown): value is { readonly raw: string } {
  return typeof value === "object" && value !== null && "raw" in value && typeof value.raw === "string";
}

/** Whether an object says itself what it is as text. */
function hasText(value: object): boolean {
  return (
    Object.hasOwn(value, "toString") ||
    (!Array.isArray(value) && String(value) !== "[object Object]" && !isSource(value))
  );
}
