import { type InspectOptionsStylized, inspect } from "node:util";
import type { Content } from "./content.js";
import { NativeBlob } from "./native.js";

type Inspect = typeof inspect;

/** Shows `value` as Bun's console does, wherever Node's own would ask for it. */
export function showAs<T extends object>(
  prototype: T,
  text: (value: T, show: (part: unknown) => string) => string,
): void {
  const form = function (this: T, _depth: number, options: InspectOptionsStylized, again: Inspect): string {
    return text(this, (part) => again(part, options));
  };
  forms.add(form);
  Object.defineProperty(prototype, inspect.custom, { value: form, writable: true, configurable: true });
}

const forms = new WeakSet<object>();

/** Whether a function came from {@link showAs}, as against one that a program gave its class. */
export function isOwnForm(custom: unknown): boolean {
  return typeof custom === "function" && forms.has(custom);
}

const UNITS = ["", "KB", "MB", "GB", "TB", "PB"];

/** A size as Bun prints it: `0 KB`, `3 bytes`, `1.50 KB`. */
export function sizeText(bytes: number): string {
  if (bytes === 0) return "0 KB";
  if (bytes < 512) return `${bytes} bytes`;
  const unit = Math.min(Math.floor(Math.floor(Math.log2(bytes)) / 9), UNITS.length - 1);
  const value = bytes / 1000 ** unit;
  const digits = Math.abs(Math.trunc(value) - value) < 0.1 ? 1 : 2;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** How many bytes the content has, as far as that is known without reading it. */
export function contentSize(content: Content): number {
  if (typeof content === "string") return Buffer.byteLength(content);
  if (content instanceof Uint8Array) return content.length;
  if (content instanceof NativeBlob) return content.size;
  return 0;
}

/** The line about the content at the end of a message; empty when there is none to show. */
export function contentText(content: Content, type: string, show: (part: unknown) => string): string {
  if (content === null) return "";
  if (content instanceof ReadableStream) return STREAM;
  if (content instanceof NativeBlob && isOwnForm(Reflect.get(content, inspect.custom))) return show(content);
  const size = contentSize(content);
  if (size === 0) return "";
  return type === ""
    ? `Blob (${sizeText(size)})`
    : `Blob (${sizeText(size)}) ${block([`type: ${JSON.stringify(type)}`])}`;
}

/** All that Bun tells of a message's stream, whatever its state. */
const STREAM = `ReadableStream ${block([
  "locked: false,",
  ...["cancel", "getReader", "pipeThrough", "pipeTo", "tee", "values", "blob", "bytes", "json", "text"].map(
    (name) => `${name}: [Function: ${name}],`,
  ),
  "[Symbol(Symbol.asyncIterator)]: [Function: values],",
  "[Symbol(nodejs.stream.readable)]: true,",
  "[Symbol(nodejs.stream.errored)]: false,",
  "[Symbol(nodejs.stream.disturbed)]: false,",
  "[Symbol(nodejs.util.inspect.custom)]: [Function: anonymous],",
])}`;

/** Lines within braces, indented once more. */
export function block(lines: readonly string[]): string {
  if (lines.length === 0) return "{}";
  return `{\n${lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`).join("\n")}\n}`;
}
