import { type BunFile, file } from "./file.js";

/** Standard input as a file: `await Bun.stdin.text()`. */
export const stdin: BunFile = file(0);

/** Standard output as a file: `Bun.write(Bun.stdout, "text")`. */
export const stdout: BunFile = file(1);

/** Standard error as a file. */
export const stderr: BunFile = file(2);
