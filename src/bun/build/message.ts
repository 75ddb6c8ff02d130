import type { Message } from "esbuild";

/** Where in a source a message belongs. */
interface Position {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  length: number;
  lineText: string;
  namespace: string;
}

/** What went wrong in a build. */
export class BuildMessage extends Error {
  override readonly name: string = "BuildMessage";
  readonly level: "error" | "warning";
  readonly position: Position | null;

  constructor(text: string, level: "error" | "warning", position: Position | null) {
    super(text);
    this.level = level;
    this.position = position;
  }
}

/** An import that leads nowhere. */
export class ResolveMessage extends BuildMessage {
  override readonly name = "ResolveMessage";
  readonly specifier: string;

  constructor(text: string, position: Position | null, specifier: string) {
    super(text, "error", position);
    this.specifier = specifier;
  }
}

/** A message of esbuild in Bun's words. */
export function buildMessage({ text, location }: Message, level: "error" | "warning"): BuildMessage {
  const position = location && { ...location, column: location.column + 1 };
  const specifier = /^Could not resolve "(.+)"$/.exec(text)?.[1];
  if (specifier === undefined) {
    return new BuildMessage(text.replace(/^Unexpected "(.+)"$/, "Unexpected $1"), level, position);
  }
  if (position === null) {
    return new BuildMessage(`ModuleNotFound resolving "${specifier}" (entry point)`, level, null);
  }
  const advice = /^[./]/.test(specifier) ? "" : '. Maybe you need to "bun install"?';
  return new ResolveMessage(`Could not resolve: "${specifier}"${advice}`, position, specifier);
}
