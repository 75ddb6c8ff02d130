/** A program that stands in no file: from the command line or from standard input. */
export interface InlineProgram {
  /** Absolute path of the file that it would be. */
  readonly path: string;
  readonly source: string;
}

let program: InlineProgram | null = null;

/** Declares it, once in each thread that resolves or loads. */
export function setInlineProgram(given: InlineProgram): void {
  program = given;
}

/** What was declared, to be handed to another thread. */
export function inlineProgram(): InlineProgram | null {
  return program;
}

/** The source of the program that would be this file; null for files. */
export function inlineSource(path: string): string | null {
  return program !== null && path === program.path ? program.source : null;
}
