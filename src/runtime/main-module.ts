import Module from "node:module";

let path: string | undefined;
let module: NodeModule | undefined;

/** Absolute path of the program that was started: `Bun.main`. */
export function mainPath(): string | undefined {
  return path;
}

/** What `require.main` is: the record of a CommonJS program, or one that stands for a module. */
export function mainModule(): NodeModule {
  module ??= process.mainModule ?? new Module(".");
  return module;
}

/**
 * Declares which program was started, before it is loaded. `process.argv` and `require.main` tell it from then
 * on; Node.js replaces the record when the program is CommonJS.
 */
export function setMain(absolute: string): void {
  path = absolute;
  process.argv[1] = absolute;
  const record = new Module(".");
  record.filename = absolute;
  process.mainModule = record;
}
