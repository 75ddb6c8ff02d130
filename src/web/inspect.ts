import { type InspectOptionsStylized, inspect } from "node:util";
import { isErroredStream, isReadableStream, isUsedStream } from "./body.js";
import type { Content } from "./content.js";
import { NativeBlob, NativeFile } from "./native.js";

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

/** A message with its content's size, which a file that is not there has none of. */
export function messageHead(name: string, content: Content): string {
  const size = contentSize(content);
  const isMissing = size === 0 && content instanceof NativeBlob && "exists" in content;
  return isMissing ? name : `${name} (${sizeText(size)})`;
}

/** How many bytes the content has, as far as that is known without reading it. */
function contentSize(content: Content): number {
  if (typeof content === "string") return Buffer.byteLength(content);
  if (content instanceof Uint8Array) return content.length;
  if (content instanceof NativeBlob) return content.size;
  return 0;
}

/** The line about the content at the end of a message; empty when there is none to show. */
export function contentText(content: Content, type: string, show: (part: unknown) => string): string {
  if (content === null) return "";
  if (content instanceof ReadableStream) return streamText(content);
  if (content instanceof NativeBlob && isOwnForm(Reflect.get(content, inspect.custom))) return show(content);
  if (content instanceof NativeFile) return fileText(content);
  if (typeof content === "object" && !(content instanceof Uint8Array || content instanceof NativeBlob)) {
    return streamText(null);
  }
  const size = contentSize(content);
  if (size === 0) return "";
  return type === ""
    ? `Blob (${sizeText(size)})`
    : `Blob (${sizeText(size)}) ${block([`type: ${JSON.stringify(type)}`])}`;
}

function fileText({ name, type, size, lastModified }: File): string {
  const facts = [
    `name: ${JSON.stringify(name)},`,
    `type: ${JSON.stringify(type)},`,
    `lastModified: ${lastModified}`,
  ];
  return `File (${sizeText(size)}) ${block(facts.filter((fact) => fact !== 'type: "",'))}`;
}

/** All that Bun tells of a message's stream; null: of one that nobody asked for yet. */
function streamText(stream: ReadableStream | null): string {
  return `ReadableStream ${block([
    `locked: ${stream?.locked ?? false},`,
    ...STREAM_METHODS,
    `[Symbol(nodejs.stream.readable)]: ${stream === null || isReadableStream(stream)},`,
    `[Symbol(nodejs.stream.errored)]: ${stream !== null && isErroredStream(stream)},`,
    `[Symbol(nodejs.stream.disturbed)]: ${stream !== null && isUsedStream(stream)},`,
    "[Symbol(nodejs.util.inspect.custom)]: [Function: anonymous],",
  ])}`;
}

const STREAM_METHODS = [
  ...["cancel", "getReader", "pipeThrough", "pipeTo", "tee", "values", "blob", "bytes", "json", "text"].map(
    (name) => `${name}: [Function: ${name}],`,
  ),
  "[Symbol(Symbol.asyncIterator)]: [Function: values],",
];

/** Lines within braces, indented once more. */
export function block(lines: readonly string[]): string {
  if (lines.length === 0) return "{}";
  return `{\n${lines.map((line) => `  ${line.replace(/\n(?=[^\n])/g, "\n  ")}`).join("\n")}\n}`;
}
