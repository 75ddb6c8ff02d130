import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** Options of `Bun.which`. */
export interface WhichOptions {
  /** Where to look. Default: the variable `PATH` */
  PATH?: string;
  /** What relative names and relative entries of `PATH` start at. Default: the working directory */
  cwd?: string;
}

/**
 * The path of an executable, as the shell finds it; null when there is none.
 * @see https://bun.sh/docs/api/utils#bun-which-bin
 */
export function which(command: string, options?: WhichOptions): string | null {
  if (typeof command !== "string" || command === "") return null;
  const cwd = options?.cwd ?? process.cwd();
  if (isAbsolute(command)) return isExecutable(command) ? command : null;
  if (command.includes("/")) {
    const path = join(cwd, command);
    return isExecutable(path) ? path : null;
  }
  const directories = (options?.PATH ?? process.env["PATH"] ?? "").split(delimiter);
  for (const directory of directories) {
    if (directory === "") continue;
    const path = `${isAbsolute(directory) ? directory : `${cwd}/${directory}`}/${command}`;
    if (isExecutable(path)) return path.replace(/\/{2,}/g, "/");
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
