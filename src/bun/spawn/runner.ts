/** How to start another program for Bun, where no real Bun is installed. */
export interface Runner {
  /** What the command `bun` becomes: `bun server.ts` is `[...command, "server.ts"]`. */
  readonly command: readonly [string, ...string[]];
  /** Flags that make a plain Node.js run programs for Bun. */
  readonly flags: readonly string[];
}

let runner: Runner | undefined;

/** Declares what `bun` means to the programs that `Bun.spawn` starts. The members alone do not know it. */
export function setRunner(own: Runner): void {
  runner = own;
}

/**
 * The command line for `bun …`; null where nobody declared a runner.
 * @param isNode whether the command was `process.execPath`, which is Node.js here and knows flags of its own
 */
export function ownCommand(args: readonly string[], isNode: boolean): readonly string[] | null {
  if (runner === undefined) return null;
  const first = args[0] ?? "";
  const asNode = isNode && (first === "" || first.startsWith("-"));
  return asNode ? [process.execPath, ...runner.flags, ...args] : [...runner.command, ...args];
}
