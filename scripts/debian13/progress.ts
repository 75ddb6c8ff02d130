/** A line about what happens now; stdout belongs to the command that is run. */
export function progress(line: string): void {
  process.stderr.write(`debian13: ${line}\n`);
}

/** Ends the script with a reason that the user can act on. */
export function fail(line: string): never {
  progress(line);
  process.exit(1);
}
